import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

/** Opens a case for each day given, by the name and the day of its notification. */
async function casesOf(opened: readonly (readonly [string, string])[]) {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  await service.as(senior, async tx => {
    for (const [familyName, day] of opened) {
      const childId = await addChild(tx, { serviceId, givenName: 'Day', familyName })
      const case_ = await openCase(tx, {
        serviceId,
        childId,
        pathway,
        routeIn: 'police-notification',
        step: 'receive',
        answers: {},
        at: Temporal.Instant.from(`${day}T09:00:00Z`),
        by: senior.userId,
      })
      if (!case_.ok) throw new Error(case_.reason.kind)
    }
  })
}

test('the most pressing of all cases stand first, and the number is that of all', async () => {
  // Long open and with nothing due, since screened and reported: a hundred of them, and then one that is overdue.
  await casesOf(Array.from({ length: 100 }, (_, index) => [`Quiet ${index}`, '2026-01-05'] as const))
  await service.asOwner(
    `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
     select service_id, child_id, involvement_id, s.step, 'screened', '2026-01-07T09:00Z', $1, '{}', '{"done": "Done", "said": []}'
     from involvement, (values ('screen'), ('inform-police')) s (step)`,
    [senior.userId],
  )
  await service.asOwner(`update involvement set stage = 'screened'`)
  await casesOf([['Overdue', '2026-11-02']])
  const day = await senior.get('/')
  expect(day.text).toContain('Cases without a worker (the 100 most pressing of 101)')
  expect(day.text).toContain('Day Overdue')
  expect(day.text.indexOf('Day Overdue')).toBeLessThan(day.text.indexOf('Day Quiet'))
})
