import { describe, expect, it, test } from 'vitest'
import { addWorkingDays } from '../../src/kernel/workingDays.ts'
import { bankHolidays } from './bankHolidays.ts'

/** Days that were moved or given once, and no rule foretells. */
const moved: Readonly<Record<number, readonly (readonly [was: string, is: string])[]>> = {
  2012: [['2012-05-28', '2012-06-04']],
  2020: [['2020-05-04', '2020-05-08']],
  2022: [['2022-05-30', '2022-06-02']],
}
const oneOff = ['2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08']

describe('the bank holidays of England and Wales', () => {
  const years = Array.from({ length: 19 }, (_, index) => 2012 + index)

  test.each(years)('of %i are those of the rule, but for days moved or given once', year => {
    const known = [...bankHolidays.holidays.keys()].filter(date => date.startsWith(`${year}`))
    const movedHere = moved[year] ?? []
    const expected = byRule(year)
      .map(date => movedHere.find(([was]) => was === date)?.[1] ?? date)
      .concat(oneOff.filter(date => date.startsWith(`${year}`)))
    expect(known.toSorted()).toEqual(expected.toSorted())
  })

  it('make Tuesday 3 April the working day after Thursday 29 March 2018', () => {
    const next = addWorkingDays(Temporal.PlainDate.from('2018-03-29'), 1, bankHolidays)
    expect(next.ok && next.value.toString()).toBe('2018-04-03')
  })

  it('are not known before 2012 or after 2030', () => {
    expect(addWorkingDays(Temporal.PlainDate.from('2030-12-30'), 2, bankHolidays).ok).toBe(false)
    expect(addWorkingDays(Temporal.PlainDate.from('2012-01-03'), -2, bankHolidays).ok).toBe(false)
  })
})

/** The eight bank holidays of an ordinary year: Banking and Financial Dealings Act 1971, schedule 1, and the yearly proclamations. */
function byRule(year: number): string[] {
  const easter = easterSunday(year)
  const christmas = weekdayFrom(new Temporal.PlainDate(year, 12, 25), [])
  const boxingDay = weekdayFrom(new Temporal.PlainDate(year, 12, 26), [christmas])
  // Where Christmas Day is a Sunday, Boxing Day keeps the Monday and Christmas Day moves to the Tuesday: the same two days.
  return [
    weekdayFrom(new Temporal.PlainDate(year, 1, 1), []),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    christmas,
    boxingDay,
  ].map(String)
}

/** The day itself, or the next weekday that is not taken. */
function weekdayFrom(date: Temporal.PlainDate, taken: readonly Temporal.PlainDate[]): Temporal.PlainDate {
  const isFree = date.dayOfWeek <= 5 && !taken.some(other => other.equals(date))
  return isFree ? date : weekdayFrom(date.add({ days: 1 }), taken)
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = new Temporal.PlainDate(year, month, 31)
  return last.subtract({ days: last.dayOfWeek - 1 })
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1)
}
