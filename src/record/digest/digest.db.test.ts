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
  const caseOf = (givenName: string) =>
    service.as(senior, async tx => {
      const child = await addChild(tx, { serviceId, givenName, familyName: 'Quiet' })
      const opened = await openCase(tx, {
        ...{ serviceId, childId: child, pathway, at: Temporal.Instant.from('2026-11-02T09:00:00Z') },
        ...{ by: senior.userId, routeIn: 'police-notification', step: 'receive', answers: {} },
      })
      if (!opened.ok) throw new Error(opened.reason.kind)
      return { child, involvementId: opened.value }
    })
  const held = await caseOf('Quentin')
  childId = held.child
  // Nobody has been named in the other.
  await caseOf('Quilla')
  await service.asOwner('update involvement set holder_id = $2 where involvement_id = $1', [
    held.involvementId,
    officer.userId,
  ])
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', '2026-11-03T09:00Z')`,
    [serviceId, childId, held.involvementId, officer.userId],
  )
})
afterAll(() => service.close())

/** Runs the job at a moment. @returns what was sent, to whom */
async function runAt(moment: Temporal.Instant) {
  const before = await service.asOwner('select message_id from message')
  service.clock.now = moment
  await sendDigests([]).run({}, service.running.platform)
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
  expect(bodies.join()).not.toMatch(/Quentin|Quilla|Quiet/)
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

it('tells whoever chose Mondays on Tuesday where they were on leave on Monday, and who signs in with a passkey alone', async () => {
  await service.asOwner('delete from worker_leave')
  await service.asOwner(
    `insert into worker_leave (service_id, user_id, from_on, until_on) values ($1, $2, '2026-12-07', '2026-12-07')`,
    [service.serviceId, officer.userId],
  )
  await service.asOwner('update person_account set password_hash = null where user_id = $1', [officer.userId])
  const to = async (text: string) => {
    const sent = await runAt(Temporal.Instant.from(text))
    return sent.filter(({ body }) => String(body).includes('Robin Digest'))
  }
  expect(await to('2026-12-08T07:10:00Z')).toHaveLength(0)
  await service.asOwner(
    `insert into passkey (service_id, passkey_id, user_id, public_key, name) values ($1, 'a-key', $2, '\\x00', 'Phone')`,
    [service.serviceId, officer.userId],
  )
  expect(await to('2026-12-08T08:10:00Z')).toHaveLength(1)
  expect(await to('2026-12-09T08:10:00Z')).toHaveLength(0)
  await service.asOwner(`update person_account set password_hash = 'none' where user_id = $1`, [
    officer.userId,
  ])
})

it('goes on where somebody cannot be told, says so at the end, and tells them in the next hour', async () => {
  await service.asOwner(
    `create function refuse_telling() returns trigger language plpgsql as 'begin raise exception ''no''; end'`,
  )
  await service.asOwner(
    `create trigger refuse_telling before insert on digest_told for each row
     when (new.user_id = '${officer.userId}') execute function refuse_telling()`,
  )
  await service.asOwner(`update person_account set digest = 'working-days' where user_id = $1`, [
    officer.userId,
  ])
  await service.asOwner('delete from message')
  const morning = Temporal.Instant.from('2026-12-10T07:10:00Z')
  await expect(runAt(morning)).rejects.toThrow(/Not everybody could be told what is due: 1 fault/)
  const told = async () =>
    (await service.asOwner('select body from message')).map(({ body }) => String(body).split(',')[0])
  expect(await told()).toEqual(['Good morning Sam Senior'])
  await service.asOwner('drop trigger refuse_telling on digest_told')
  await runAt(morning.add({ hours: 1 }))
  expect((await told()).toSorted()).toEqual(['Good morning Robin Digest', 'Good morning Sam Senior'])
})

it('counts nothing that the person may not know of', async () => {
  await service.asOwner(
    `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
    [service.serviceId, childId, senior.userId],
  )
  // The officer's only case is no longer told of; the senior's is the other one, which nobody has been named in.
  const sent = await runAt(Temporal.Instant.from('2026-12-14T07:10:00Z'))
  expect(sent.map(({ body }) => String(body).split(',')[0])).toEqual(['Good morning Sam Senior'])
  expect(String(sent[0]?.body)).toContain('- 1 case without a worker')
})
