import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService, testNow } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'
import { sendDigests } from './sendDigests.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let childId: string

/** Monday 23 November 2026, ten past seven. */
const monday = Temporal.Instant.from('2026-11-23T07:10:00Z')

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Robin Digest')
  senior = await service.person('senior', 'Sam Senior')
  await service.person('analyst')
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  const involvementId = await service.as(senior, async tx => {
    childId = await addChild(tx, { serviceId, givenName: 'Quentin', familyName: 'Quiet' })
    const opened = await openCase(tx, {
      ...{
        serviceId,
        childId,
        pathway,
        at: Temporal.Instant.from('2026-11-02T09:00:00Z'),
        by: senior.userId,
      },
      ...{ routeIn: 'police-notification', step: 'receive', answers: {} },
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    return opened.value
  })
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'co-worker', '2026-11-03T09:00Z')`,
    [serviceId, childId, involvementId, officer.userId],
  )
})
afterAll(() => service.close())

/** Runs the job at a moment. @returns what was sent, to whom */
async function runAt(moment: Temporal.Instant) {
  const before = await service.asOwner('select message_id from message')
  service.clock.now = moment
  await sendDigests.run({}, service.running.platform)
  const rows = await service.asOwner(
    'select message_id, to_address, subject, body from message order by to_address',
  )
  const known = new Set(before.map(({ message_id }) => message_id))
  return rows.filter(({ message_id }) => !known.has(message_id))
}

it('tells whoever has something to do, in numbers and without a name, once a day', async () => {
  const sent = await runAt(monday)
  expect(sent).toHaveLength(2)
  const bodies = sent.map(({ body }) => String(body))
  const own = bodies.find(body => body.startsWith('Good morning Robin Digest')) ?? ''
  // Ten working days from 2 November are over, and so are fifteen today.
  expect(own).toContain('- 1 overdue')
  expect(own).toContain('- 1 due today')
  expect(bodies.join()).toContain('- 1 case without a worker')
  expect(bodies.join()).not.toMatch(/Quentin|Quiet/)
  expect(await runAt(monday.add({ hours: 1 }))).toEqual([])
})

it('tells nobody at night, at a weekend, on leave, or who does not want it', async () => {
  expect(await runAt(Temporal.Instant.from('2026-11-24T03:10:00Z'))).toEqual([])
  expect(await runAt(Temporal.Instant.from('2026-11-28T08:10:00Z'))).toEqual([])
  service.clock.now = testNow
  await officer.fill('/profile/digest', { days: 'mondays' })
  expect(await runAt(Temporal.Instant.from('2026-11-24T07:10:00Z'))).toHaveLength(1)
  await service.asOwner(
    `insert into worker_leave (service_id, user_id, from_on, until_on) values ($1, $2, '2026-11-25', '2026-11-27')`,
    [service.serviceId, senior.userId],
  )
  expect(await runAt(Temporal.Instant.from('2026-11-25T07:10:00Z'))).toEqual([])
})

it('counts nothing that the person may not know of', async () => {
  await service.asOwner(
    `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
    [service.serviceId, childId, senior.userId],
  )
  expect(await runAt(Temporal.Instant.from('2026-11-30T07:10:00Z'))).toEqual([])
})
