import { describe, expect, it, test } from 'vitest'
import { newPin, pinFrom, standingOf } from './ownPage.ts'

const now = Temporal.Instant.from('2026-11-23T10:00:00Z')
const usable = { expiresAt: now.add({ hours: 1 }), endedAt: null, restsUntil: null }

describe('a page of their own', () => {
  it.each([
    ['as it was made', usable, { kind: 'usable' }],
    ['in the moment in which it expires', { ...usable, expiresAt: now }, { kind: 'over' }],
    ['that was ended', { ...usable, endedAt: now.subtract({ hours: 1 }) }, { kind: 'over' }],
    ['that rests', { ...usable, restsUntil: now.add({ seconds: 61 }) }, { kind: 'resting', minutes: 2 }],
    ['that has rested', { ...usable, restsUntil: now }, { kind: 'usable' }],
    [
      'that rests and was ended',
      { ...usable, endedAt: now, restsUntil: now.add({ minutes: 5 }) },
      { kind: 'over' },
    ],
  ] as const)('%s', (_words, page, standing) => {
    expect(standingOf(page, now)).toEqual(standing)
  })
})

test('a PIN has four figures, and may be typed with spaces', () => {
  expect(newPin()).toMatch(/^\d{4}$/)
  expect(pinFrom(' 12 34 ')).toBe('1234')
})
