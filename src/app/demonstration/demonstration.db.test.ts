import { beforeAll, expect, test } from 'vitest'
import { practice } from '../../../practice/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { makeTestDatabase } from '../testkit/database.ts'
import { fillDemonstration } from './index.ts'

beforeAll(() => usePractice(practice))

// Days of the week, month ends, both changes of the clocks: the demonstration is made from whatever today is.
test.each([
  '2026-11-21T10:00Z',
  '2027-03-28T00:30Z',
  '2027-10-31T01:30Z',
  '2028-02-29T23:59Z',
  '2027-01-01T00:00Z',
])('the demonstration can be made at %s', async moment => {
  const one = await makeTestDatabase()
  const said: string[] = []
  const fill = () => fillDemonstration(one, text => said.push(text), Temporal.Instant.from(moment))
  expect(await fill()).toBe(true)
  expect(said.at(-1)).toContain('10 of 10')
  expect(await fill()).toBe(false)
  const [counts] = await one.asOwner(`select
      (select count(*)::int from person_account) as people, (select count(*)::int from notification) as notifications,
      (select count(*)::int from child) as children, (select count(*)::int from appointment where state = 'missed') as missed,
      (select count(*)::int from involvement where ending = 'declined') as declined,
      (select count(*)::int from involvement where pathway = 'esp-prevention') as referred,
      (select count(*)::int from referrer_told) as told,
      (select count(*)::int from child_alert where kind = 'exploitation') as alerts`)
  expect(counts).toMatchObject({
    people: 14,
    notifications: 10,
    children: 7,
    missed: 1,
    declined: 2,
    referred: 4,
    told: 5,
    alerts: 1,
  })
  await one.close()
})
