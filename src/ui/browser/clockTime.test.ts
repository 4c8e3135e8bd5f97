import { expect, test } from 'vitest'
import { clockTime } from './clockTime.ts'

test.each([
  ['2026-11-21T23:11:40Z', '11:11pm', 'in winter'],
  ['2026-07-01T13:05:00Z', '2:05pm', 'in summer, an hour ahead of Greenwich'],
  ['2026-11-21T12:00:00Z', 'midday', 'at noon'],
  ['2026-11-21T00:00:00Z', 'midnight', 'at midnight'],
])('%s is written %s: %s', (moment, written) => {
  expect(clockTime(new Date(moment))).toBe(written)
})
