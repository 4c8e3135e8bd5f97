import { expect, test } from 'vitest'
import { dayInUk } from './ukDay.ts'

test.each([
  ['in winter, just before midnight', '2026-01-15T23:59:59Z', '2026-01-15'],
  ['in summer, after midnight in London and before it in Greenwich', '2026-06-15T23:00:00Z', '2026-06-16'],
  ['in summer, just before midnight in London', '2026-06-15T22:59:59Z', '2026-06-15'],
  ['on the day on which the clocks go forward', '2026-03-29T23:30:00Z', '2026-03-30'],
  ['on the day on which the clocks go back', '2026-10-25T23:30:00Z', '2026-10-25'],
  ['on 29 February', '2028-02-29T12:00:00Z', '2028-02-29'],
])('%s', (_, at, day) => {
  expect(dayInUk(Temporal.Instant.from(at)).toString()).toBe(day)
})
