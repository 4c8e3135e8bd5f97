import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onTheWall, wallMoment } from '../children/index.ts'
import { type Rhythm, seriesDays } from './series.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const weekly = (ends: Rhythm['ends'], more: Partial<Rhythm> = {}): Rhythm => ({
  everyWeeks: 1,
  weekdays: [],
  ends,
  ...more,
})
const written = (found: { days: Temporal.PlainDate[] }) => found.days.map(String)
const holidays = new Map([
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day (substitute day)'],
  ['2027-01-01', 'New Year’s Day'],
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
])
const holidayOn = (on: Temporal.PlainDate) => holidays.get(on.toString())

describe('the days of a series', () => {
  it('every week, so many times', () => {
    expect(written(seriesDays(day('2026-11-24'), weekly({ times: 3 })))).toEqual([
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
    ])
  })

  it('every two weeks until a day, that day included', () => {
    const found = seriesDays(day('2026-11-24'), weekly({ until: day('2026-12-22') }, { everyWeeks: 2 }))
    expect(written(found)).toEqual(['2026-11-24', '2026-12-08', '2026-12-22'])
  })

  it('on chosen weekdays, from the first of them that comes', () => {
    const found = seriesDays(day('2026-11-25'), weekly({ times: 4 }, { weekdays: [2, 4] }))
    expect(written(found)).toEqual(['2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08'])
  })

  it('without bank holidays, which are named and do not count as one of the times', () => {
    const found = seriesDays(day('2026-12-18'), weekly({ times: 3 }), holidayOn)
    expect(written(found)).toEqual(['2026-12-18', '2027-01-08', '2027-01-15'])
    expect(found.leftOut.map(({ day: on, name }) => `${on} ${name}`)).toEqual([
      '2026-12-25 Christmas Day',
      '2027-01-01 New Year’s Day',
    ])
  })

  it('at most for a year, also over 29 February', () => {
    const found = seriesDays(day('2028-02-29'), weekly({ times: 500 }))
    expect(String(found.days.at(-1))).toBe('2029-02-27')
  })

  it('an appointment at 16:30 stays at 16:30 when the clocks change', () => {
    const { days } = seriesDays(day('2027-03-23'), weekly({ times: 2 }))
    const moments = days.map(on => wallMoment(on, Temporal.PlainTime.from('16:30')))
    expect(moments.map(at => at.ok && String(at.value))).toEqual([
      '2027-03-23T16:30:00Z',
      '2027-03-30T15:30:00Z',
    ])
    expect(moments.map(at => at.ok && String(onTheWall(at.value).time))).toEqual(['16:30:00', '16:30:00'])
  })
})

describe('whatever the rhythm', () => {
  const rhythms = fc.record({
    everyWeeks: fc.constantFrom(1 as const, 2 as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    ends: fc.oneof(
      fc.record({ times: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ until: fc.integer({ min: 0, max: 500 }).map(days => day('2027-01-01').add({ days })) }),
    ),
  })
  const firsts = fc.integer({ min: 0, max: 400 }).map(days => day('2027-01-01').add({ days }))

  it('days come in order, each once, on the weekdays, within a year', () => {
    fc.assert(
      fc.property(firsts, rhythms, (first, rhythm) => {
        const { days } = seriesDays(first, rhythm, holidayOn)
        const on = rhythm.weekdays.length > 0 ? rhythm.weekdays : [first.dayOfWeek]
        for (const [index, each] of days.entries()) {
          expect(on).toContain(each.dayOfWeek)
          expect(Temporal.PlainDate.compare(each, first)).toBeGreaterThanOrEqual(0)
          expect(Temporal.PlainDate.compare(each, first.add({ years: 1 }))).toBeLessThanOrEqual(0)
          const before = days[index - 1]
          if (before) expect(Temporal.PlainDate.compare(before, each)).toBe(-1)
        }
      }),
    )
  })

  it('leaving bank holidays out takes nothing else away from a series that ends on a day', () => {
    fc.assert(
      fc.property(firsts, rhythms, (first, rhythm) => {
        const open = { ...rhythm, ends: { until: first.add({ months: 10 }) } }
        const without = seriesDays(first, open, holidayOn)
        const all = [...without.days, ...without.leftOut.map(({ day: on }) => on)].map(String).toSorted()
        expect(all).toEqual(written(seriesDays(first, open)))
      }),
    )
  })
})
