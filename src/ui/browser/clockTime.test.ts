import { expect, test } from 'vitest'
import { writeTime } from '../../kernel/writtenDates.ts'
import { clockTime } from './clockTime.ts'

test.each([
  ['2026-11-21T23:11:40Z', '11:11pm', 'in winter'],
  ['2026-07-01T13:05:00Z', '2:05pm', 'in summer, an hour ahead of Greenwich'],
  ['2026-11-21T12:00:00Z', 'midday', 'at noon'],
  ['2026-11-21T00:00:00Z', 'midnight', 'at midnight'],
])('%s is written %s: %s', (moment, written) => {
  expect(clockTime(new Date(moment))).toBe(written)
})

test('every minute of the day is written as on the pages that the server makes', () => {
  const midnight = Temporal.Instant.from('2026-11-21T00:00:00Z')
  for (let minutes = 0; minutes < 24 * 60; minutes++) {
    const moment = midnight.add({ minutes })
    const onThePage = writeTime(moment.toZonedDateTimeISO('Europe/London').toPlainTime())
    expect(clockTime(new Date(moment.epochMilliseconds))).toBe(onThePage)
  }
})
