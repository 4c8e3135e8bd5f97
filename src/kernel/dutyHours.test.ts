import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dutyDeadline, dutyHours, dutyTimeBetween, isOnDuty } from './dutyHours.ts'

const custodyDuty = dutyHours('09:00', '22:00')
const allDay = dutyHours('00:00', '00:00')
const minutes = (count: number) => Temporal.Duration.from({ minutes: count })

/** A moment as the clock on the wall says it in London. */
const london = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()

describe('90 minutes of duty time, 9am to 10pm, seven days', () => {
  test.each([
    ['by day', '2025-03-04T16:12', '2025-03-04T17:42'],
    ['just in time for closing', '2025-03-04T20:30', '2025-03-04T22:00'],
    ['over the night', '2025-03-04T21:30', '2025-03-05T10:00'],
    ['notified at night', '2025-03-04T23:10', '2025-03-05T10:30'],
    ['notified before opening', '2025-03-05T03:00', '2025-03-05T10:30'],
    ['notified at closing', '2025-03-04T22:00', '2025-03-05T10:30'],
    ['over the night the clocks go forward', '2025-03-29T21:30', '2025-03-30T10:00'],
    ['over the night the clocks go back', '2025-10-25T21:30', '2025-10-26T10:00'],
    ['on Christmas Day: seven days means seven days', '2025-12-25T12:00', '2025-12-25T13:30'],
  ])('%s', (_what, notified, due) => {
    expect(dutyDeadline(london(notified), minutes(90), custodyDuty).toString()).toBe(london(due).toString())
  })

  it('may be longer than a day of duty', () => {
    const due = dutyDeadline(london('2025-03-04T09:00'), Temporal.Duration.from({ hours: 14 }), custodyDuty)
    expect(due.toString()).toBe(london('2025-03-05T10:00').toString())
  })
})

describe('duty time that has passed', () => {
  it('leaves out the night', () => {
    const passed = dutyTimeBetween(london('2025-03-04T21:30'), london('2025-03-05T09:45'), custodyDuty)
    expect(passed.total('minutes')).toBe(75)
  })

  it('counts the hours that really passed when the clocks change', () => {
    const forward = dutyTimeBetween(london('2025-03-30T00:00'), london('2025-03-31T00:00'), allDay)
    const back = dutyTimeBetween(london('2025-10-26T00:00'), london('2025-10-27T00:00'), allDay)
    expect(forward.total('hours')).toBe(23)
    expect(back.total('hours')).toBe(25)
  })

  it('is nothing when the second moment is the earlier one', () => {
    const passed = dutyTimeBetween(london('2025-03-05T12:00'), london('2025-03-04T12:00'), custodyDuty)
    expect(passed.total('minutes')).toBe(0)
  })

  it('until a deadline is exactly the time allowed, whenever it starts', () => {
    const anyMoment = fc
      .integer({ min: 0, max: 4 * 365 * 24 * 60 })
      .map(count => london('2024-01-01T00:00').add({ minutes: count }))
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 5_000 }), (from, count) => {
        const due = dutyDeadline(from, minutes(count), custodyDuty)
        expect(dutyTimeBetween(from, due, custodyDuty).total('minutes')).toBe(count)
      }),
    )
  })
})

describe('duty hours', () => {
  it('hold from the moment they open to the moment before they close', () => {
    expect(isOnDuty(london('2025-07-01T08:59:59'), custodyDuty)).toBe(false)
    expect(isOnDuty(london('2025-07-01T09:00'), custodyDuty)).toBe(true)
    expect(isOnDuty(london('2025-07-01T21:59:59'), custodyDuty)).toBe(true)
    expect(isOnDuty(london('2025-07-01T22:00'), custodyDuty)).toBe(false)
  })

  it('cannot close before they open, nor run for no time', () => {
    expect(() => dutyHours('22:00', '09:00')).toThrow(RangeError)
    expect(() => dutyDeadline(london('2025-07-01T09:00'), minutes(0), custodyDuty)).toThrow(RangeError)
  })
})
