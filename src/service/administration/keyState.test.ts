import { expect, test } from 'vitest'
import { endOf, keyStateOf, lastDayOf } from './keyState.ts'

const now = Temporal.Instant.from('2026-11-21T10:00:00Z')
const day = (text: string) => Temporal.PlainDate.from(text)
const stateUntil = (text: string) => keyStateOf({ endedAt: null, expiresAt: endOf(day(text)) }, now)

test('a key is good until the end of its last day, and said to end soon in the month before', () => {
  expect(stateUntil('2027-11-21')).toBe('good')
  expect(stateUntil('2026-12-21')).toBe('good')
  expect(stateUntil('2026-12-20')).toBe('ends-soon')
  expect(stateUntil('2026-11-21')).toBe('ends-soon')
  expect(stateUntil('2026-11-20')).toBe('expired')
  expect(keyStateOf({ endedAt: now, expiresAt: endOf(day('2027-01-01')) }, now)).toBe('ended')
})

test('the last day is the same in summer and in winter time', () => {
  for (const text of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-02-28'])
    expect(lastDayOf({ expiresAt: endOf(day(text)) }).toString()).toBe(text)
})
