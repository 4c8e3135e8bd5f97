import { describe, expect, it } from 'vitest'
import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import { timeSinceOffence } from './timeSinceOffence.ts'

const day = Temporal.PlainDate.from
const bankHolidays: BankHolidayCalendar = {
  name: 'Easter of 2018',
  firstYear: 2018,
  lastYear: 2026,
  lastAnnouncedYear: 2026,
  holidays: new Map([
    ['2018-03-30', 'Good Friday'],
    ['2018-04-02', 'Easter Monday'],
  ]),
}
const time = (offence: string | null, points: Record<string, string | null>) =>
  timeSinceOffence(
    offence === null ? null : day(offence),
    Object.entries(points).map(([title, on]) => ({ title, on: on === null ? null : day(on) })),
    bankHolidays,
  )

describe('the time since the offence', () => {
  it('is counted to each point, and from one to the next', () => {
    const { reached } = time('2026-03-02', { Referral: '2026-03-09', Decision: '2026-03-23' })
    expect(reached).toMatchObject([
      { title: 'Referral', sinceOffence: 7, workingDays: 5, sinceBefore: 7 },
      { title: 'Decision', sinceOffence: 21, workingDays: 15, sinceBefore: 14 },
    ])
  })

  it('counts no working day over Easter', () => {
    const { reached } = time('2018-03-29', { Referral: '2018-04-03' })
    expect(reached).toMatchObject([{ sinceOffence: 5, workingDays: 1 }])
  })

  it('counts 29 February', () => {
    expect(time('2024-02-28', { Referral: '2024-03-01' }).reached).toMatchObject([{ sinceOffence: 2 }])
  })

  it('puts a contact that came before the decision where it belongs', () => {
    const { reached } = time('2026-03-02', { Decision: '2026-03-23', 'First contact': '2026-03-12' })
    expect(reached.map(({ title, sinceBefore }) => [title, sinceBefore])).toEqual([
      ['First contact', 10],
      ['Decision', 11],
    ])
  })

  it('says what has not happened, and counts nothing from an offence whose day is not known', () => {
    const { reached, missing } = time(null, { Referral: '2026-03-09', Decision: null })
    expect(missing).toEqual(['Decision'])
    expect(reached).toMatchObject([
      { sinceOffence: undefined, workingDays: undefined, sinceBefore: undefined },
    ])
  })

  it('hides no day that lies before the offence', () => {
    expect(time('2026-03-09', { Referral: '2026-03-02' }).reached).toMatchObject([{ sinceOffence: -7 }])
  })
})
