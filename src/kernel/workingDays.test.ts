import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addWorkingDays, type BankHolidayCalendar, isWorkingDay, workingDaysBetween } from './workingDays.ts'

const calendar: BankHolidayCalendar = {
  name: 'Easter 2018 and Christmas 2018',
  firstYear: 2018,
  lastYear: 2019,
  lastAnnouncedYear: 2019,
  holidays: new Map([
    ['2018-03-30', 'Good Friday'],
    ['2018-04-02', 'Easter Monday'],
    ['2018-12-25', 'Christmas Day'],
    ['2018-12-26', 'Boxing Day'],
    ['2019-01-01', 'New Year’s Day'],
  ]),
}

const day = (text: string) => Temporal.PlainDate.from(text)
const workingDayIn2018 = fc
  .integer({ min: 60, max: 300 })
  .map(days => day('2018-01-01').add({ days }))
  .filter(date => {
    const working = isWorkingDay(date, calendar)
    return working.ok && working.value
  })

describe('adding working days', () => {
  test.each([
    ['Maundy Thursday and one, over Easter', '2018-03-29', 1, '2018-04-03'],
    ['Maundy Thursday and ten', '2018-03-29', 10, '2018-04-16'],
    ['from Good Friday itself', '2018-03-30', 1, '2018-04-03'],
    ['from a Saturday', '2018-06-02', 1, '2018-06-04'],
    ['over Christmas and New Year', '2018-12-24', 4, '2019-01-02'],
    ['none', '2018-03-31', 0, '2018-03-31'],
    ['one back over Easter', '2018-04-03', -1, '2018-03-29'],
  ])('%s', (_what, from, count, due) => {
    const result = addWorkingDays(day(from), count, calendar)
    expect(result.ok && result.value.toString()).toBe(due)
  })

  it('is refused where the calendar ends, not guessed', () => {
    const result = addWorkingDays(day('2019-12-30'), 3, calendar)
    expect(result).toMatchObject({ ok: false, reason: { kind: 'outside-calendar', lastYear: 2019 } })
    expect(isWorkingDay(day('2017-12-29'), calendar).ok).toBe(false)
  })

  it('always lands on a working day', () => {
    fc.assert(
      fc.property(workingDayIn2018, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const due = addWorkingDays(start, count, calendar)
        if (!due.ok) throw new Error('the calendar should cover this')
        expect(isWorkingDay(due.value, calendar)).toEqual({ ok: true, value: true })
      }),
    )
  })
})

describe('counting working days', () => {
  it('counts the last day and not the first', () => {
    expect(workingDaysBetween(day('2018-03-29'), day('2018-04-03'), calendar)).toEqual({ ok: true, value: 1 })
    expect(workingDaysBetween(day('2018-03-29'), day('2018-04-02'), calendar)).toEqual({ ok: true, value: 0 })
    expect(workingDaysBetween(day('2018-03-29'), day('2018-03-29'), calendar)).toEqual({ ok: true, value: 0 })
  })

  it('undoes adding, in both directions', () => {
    fc.assert(
      fc.property(workingDayIn2018, fc.integer({ min: -30, max: 30 }), (start, count) => {
        const there = addWorkingDays(start, count, calendar)
        if (!there.ok) throw new Error('the calendar should cover this')
        expect(workingDaysBetween(start, there.value, calendar)).toEqual({ ok: true, value: count })
      }),
    )
  })
})
