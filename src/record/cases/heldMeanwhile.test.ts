import { expect, test } from 'vitest'
import { heldSince } from './heldMeanwhile.ts'

const now = Temporal.Instant.from('2026-07-20T15:00:00Z')

test.each([
  ['today, by the time in the United Kingdom', '2026-07-20T13:19:00Z', 'since 2:19pm'],
  ['on another day, by the day', '2026-07-17T13:19:00Z', 'since Friday 17 July 2026'],
  ['after midnight in summer, which is today', '2026-07-19T23:30:00Z', 'since 12:30am'],
])('a case that was given %s', (_when, since, words) => {
  const holding = { name: 'Isla Merriden', since: Temporal.Instant.from(since) }
  expect(heldSince(holding, now)).toBe(`Isla Merriden has held this case ${words}`)
})
