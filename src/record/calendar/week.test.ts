import { expect, test } from 'vitest'
import { readWeekDay, weekOf } from './week.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2026-11-16', '2026-11-16', '2026-11-22'],
  ['2026-11-22', '2026-11-16', '2026-11-22'],
  ['2027-01-01', '2026-12-28', '2027-01-03'],
  ['2028-02-29', '2028-02-28', '2028-03-05'],
])('the week of %s goes from Monday %s to Sunday %s', (of, first, last) => {
  const week = weekOf(day(of))
  expect(week).toHaveLength(7)
  expect(String(week[0])).toBe(first)
  expect(String(week[6])).toBe(last)
})

test.each([null, '', 'x', '2026-13-01', '2026-02-30', '9999-01-01', '0001-01-01', '2026-11-22T10:00'])(
  'an address that names no day (%s) shows this week',
  text => {
    expect(String(readWeekDay(text, day('2026-11-21')))).toBe('2026-11-21')
  },
)
