import { beforeAll, describe, expect, test } from 'vitest'
import { practice } from '../../../practice/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { makeTestDatabase } from '../testkit/database.ts'
import { fillDemonstration } from './index.ts'
import { inventYears } from './years.ts'

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
  const fill = () =>
    fillDemonstration(one, text => said.push(text), { years: 0, seed: 0 }, Temporal.Instant.from(moment))
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
    people: 20,
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

describe('years that are made up', () => {
  const today = Temporal.PlainDate.from('2026-11-21')

  test('are the same for the same number, and others for another', () => {
    const one = inventYears({ years: 3, seed: 7 }, today)
    expect(inventYears({ years: 3, seed: 7 }, today)).toEqual(one)
    expect(inventYears({ years: 3, seed: 8 }, today)).not.toEqual(one)
    // 66 of the police and 63 of others a year, for three years.
    expect(one.filter(({ by }) => by === 'police')).toHaveLength(198)
    expect(one).toHaveLength(387)
    const met = one.flatMap(({ child }) => child.appointments ?? [])
    expect(met.filter(({ daysAgo }) => today.subtract({ days: daysAgo }).dayOfWeek > 5)).toEqual([])
  })

  test.each([
    ['2026-11-21T10:00Z', 7],
    ['2028-02-29T23:59Z', 8],
  ])('go through the same use cases as the pages, at %s from %i', async (moment, seed) => {
    const database = await makeTestDatabase()
    await fillDemonstration(database, () => {}, { years: 0.5, seed }, Temporal.Instant.from(moment))
    const [counts] = await database.asOwner(
      `select
        (select count(*)::int from notification) as notifications,
        (select count(*)::int from involvement where ended_at is not null) as ended,
        (select count(*)::int from involvement where ended_at is null) as open,
        (select count(*)::int from appointment where state = 'missed') as missed,
        (select count(*)::int from appointment where state = 'planned' and starts_at > $1) as planned,
        (select count(distinct ethnicity)::int from child) as backgrounds`,
      [moment],
    )
    expect(counts?.notifications).toBe(75)
    for (const what of ['ended', 'open', 'missed', 'planned'])
      expect(Number(counts?.[what])).toBeGreaterThan(4)
    expect(Number(counts?.backgrounds)).toBeGreaterThan(7)
    await database.close()
  })
})
