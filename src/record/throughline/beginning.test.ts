import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayInUk } from '../../kernel/ukDay.ts'
import { drawnBefore, wholeTime } from './beginning.ts'
import type { Bar, Lane, Mark } from './lane.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')
const noon = (date: Temporal.PlainDate) =>
  date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
const bar = (kind: Bar['kind'], from: string, to?: string): Bar => ({
  key: from,
  from: noon(day(from)),
  to: to === undefined ? undefined : noon(day(to)),
  kind,
  words: kind,
  href: '#',
})
const mark = (date: Temporal.PlainDate): Mark => ({
  key: String(date),
  at: noon(date),
  shape: 'kept',
  isDay: true,
  words: 'Home visit',
  href: '#',
})
const aCase = (from: string): Lane => ({
  key: from,
  kind: 'case',
  title: 'Case',
  bars: [bar('case', from)],
  marks: [],
})
const contacts = (...days: string[]): Lane => ({
  key: 'contacts',
  kind: 'contacts',
  title: 'Contacts',
  bars: [],
  marks: days.map(text => mark(day(text))),
})
const alerts = (...bars: Bar[]): Lane => ({ key: 'alerts', kind: 'alerts', title: 'Alerts', bars, marks: [] })

describe('where the drawing of a child’s time begins', () => {
  test.each<[string, Lane[], string, number]>([
    [
      'one contact with a wrong year',
      [aCase('2026-10-16'), contacts('2007-02-01', '2026-11-02')],
      '2026-10-09',
      1,
    ],
    ['a contact a year before, to the day', [aCase('2026-10-16'), contacts('2025-10-16')], '2025-10-06', 0],
    ['a contact a day earlier', [aCase('2026-10-16'), contacts('2025-10-15')], '2026-10-09', 1],
    ['an older case, however long ago', [aCase('2015-01-01'), aCase('2026-10-16')], '2014-09-14', 0],
    ['no case', [contacts('2007-02-01')], '2006-08-04', 0],
    [
      'an alert from long before that still stands',
      [aCase('2026-10-16'), alerts(bar('alert', '2007-02-01'))],
      '2026-10-09',
      0,
    ],
    [
      'an alert that ended long before',
      [aCase('2026-10-16'), alerts(bar('alert', '2007-02-01', '2008-01-01'))],
      '2026-10-09',
      1,
    ],
  ])('%s', (_what, lanes, first, left) => {
    const { drawn, leftOut } = wholeTime(lanes, today)
    expect(String(drawn.first)).toBe(first)
    expect(leftOut?.count ?? 0).toBe(left)
  })

  test('every entry is drawn or is counted as left out, and the first of those is said', () => {
    const someDays = fc.array(fc.integer({ min: 0, max: 9_000 }).map(days => day('2004-01-01').add({ days })))
    fc.assert(
      fc.property(someDays, days => {
        const lanes = [aCase('2026-10-16'), contacts(...days.map(String))]
        const { drawn, recorded, leftOut } = wholeTime(lanes, today)
        const { compare } = Temporal.PlainDate
        const before = days.filter(each => compare(each, drawn.first) < 0).toSorted(compare)
        expect(leftOut?.count ?? 0).toBe(before.length)
        expect(String(leftOut?.first)).toBe(String(before[0]))
        for (const each of days) expect(compare(recorded.first, each)).toBe(-1)
        const edge = dayInUk(noon(day('2026-10-16'))).subtract(drawnBefore)
        for (const each of before) expect(compare(each, edge)).toBe(-1)
      }),
    )
  })
})
