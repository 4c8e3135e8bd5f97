import { expect, test } from 'vitest'
import { mayBeContacted, standingOf } from './victim.ts'

const at = Temporal.Instant.from('2026-11-20T10:00:00Z')
const on = Temporal.PlainDate.from('2026-11-20')

test.each([
  [{ consent: 'not-asked', triedAt: null, reachedAt: null, closedOn: null }, 'to-contact'],
  [{ consent: 'yes', triedAt: at, reachedAt: null, closedOn: null }, 'tried'],
  [{ consent: 'yes', triedAt: at, reachedAt: at, closedOn: null }, 'in-contact'],
  [{ consent: 'no', triedAt: at, reachedAt: at, closedOn: null }, 'no-contact'],
  [{ consent: 'withdrawn', triedAt: at, reachedAt: at, closedOn: null }, 'no-contact'],
  [{ consent: 'withdrawn', triedAt: at, reachedAt: at, closedOn: on }, 'closed'],
] as const)('%j stands as %s', (victim, standing) => {
  expect(standingOf(victim)).toBe(standing)
})

test.each([
  ['not-asked', true],
  ['yes', true],
  ['no', false],
  ['withdrawn', false],
] as const)('whoever answered %s may be contacted: %s', (consent, may) => {
  expect(mayBeContacted({ consent })).toBe(may)
})
