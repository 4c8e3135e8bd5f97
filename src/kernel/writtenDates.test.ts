import { describe, expect, it, test } from 'vitest'
import { writeDate, writeDay, writeMoment, writeMomentOrDay, writeTime } from './writtenDates.ts'

describe('writing dates and times', () => {
  it('writes a date without noughts in front', () => {
    expect(writeDate(Temporal.PlainDate.from('2025-03-04'))).toBe('4 March 2025')
    expect(writeDay(Temporal.PlainDate.from('2024-02-29'))).toBe('Thursday 29 February 2024')
    expect(writeDay(Temporal.PlainDate.from('2026-11-22'))).toBe('Sunday 22 November 2026')
  })

  test.each([
    ['00:00', 'midnight'],
    ['00:05', '12:05am'],
    ['09:00', '9am'],
    ['11:59', '11:59am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['16:00', '4pm'],
    ['16:05:59', '4:05pm'],
  ])('writes %s as %s', (time, words) => {
    expect(writeTime(Temporal.PlainTime.from(time))).toBe(words)
  })

  it('writes a moment by the clock on the wall, summer and winter', () => {
    const write = (text: string) => writeMoment(Temporal.Instant.from(text), 'Europe/London')
    expect(write('2025-03-04T16:00:00Z')).toBe('Tuesday 4 March 2025, 4pm')
    expect(write('2025-07-04T23:30:00Z')).toBe('Saturday 5 July 2025, 12:30am')
  })

  it('writes the day alone where only that was known, also while the clocks are an hour on', () => {
    const write = (text: string) => writeMomentOrDay(Temporal.Instant.from(text), 'Europe/London')
    expect(write('2025-03-04T00:00:00Z')).toBe('Tuesday 4 March 2025')
    expect(write('2025-07-04T23:00:00Z')).toBe('Saturday 5 July 2025')
    expect(write('2025-07-05T00:00:00Z')).toBe('Saturday 5 July 2025, 1am')
  })
})
