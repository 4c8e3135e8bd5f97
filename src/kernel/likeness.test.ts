import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness } from './likeness.ts'

// As PostgreSQL answers: select similarity(…, …).
test.each([
  ['lejla hadad', 'layla haddad', 0.3888889],
  ['emre aydin cole', 'kiara palmerston', 0],
  ['amara oneill', 'amara oneill', 1],
  ['', 'amara', 0],
  ['word', 'two words', 0.36363637],
])('%j and %j are so much alike: %d', (one, other, alike) => {
  expect(likeness(one, other)).toBeCloseTo(alike, 6)
})

test('is the same both ways, between 0 and 1, and 1 for the same', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one))
      expect(likeness(one, other)).toBeGreaterThanOrEqual(0)
      expect(likeness(one, other)).toBeLessThanOrEqual(1)
    }),
  )
})
