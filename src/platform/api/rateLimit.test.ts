import { expect, test } from 'vitest'
import { limitHeaders, makeLimiter } from './rateLimit.ts'

const at = (seconds: number) =>
  Temporal.Instant.from('2026-11-21T10:00:00Z').add({ milliseconds: Math.round(seconds * 1_000) })

test('a key has so many requests a minute, counted from its first', () => {
  const limiter = makeLimiter(3)
  expect(limiter.count('a', at(0))).toEqual({ isWithin: true, left: 2, seconds: 60 })
  expect(limiter.count('a', at(20))).toEqual({ isWithin: true, left: 1, seconds: 40 })
  expect(limiter.count('a', at(30))).toEqual({ isWithin: true, left: 0, seconds: 30 })
  expect(limiter.count('a', at(59.9))).toEqual({ isWithin: false, left: 0, seconds: 1 })
  expect(limiter.count('b', at(59.9)).isWithin).toBe(true)
  expect(limiter.count('a', at(60))).toEqual({ isWithin: true, left: 2, seconds: 60 })
})

test('minutes that are over are forgotten, those that run are not', () => {
  const limiter = makeLimiter(1)
  for (let key = 0; key < 1_001; key++) limiter.count(`old ${key}`, at(0))
  limiter.count('running', at(30))
  limiter.count('new', at(61))
  expect(limiter.count('running', at(62)).isWithin).toBe(false)
})

test('the headers say the policy, what is left, and when to come again', () => {
  expect(limitHeaders(3, { isWithin: true, left: 2, seconds: 60 })).toEqual({
    'ratelimit-policy': '"key";q=3;w=60',
    ratelimit: '"key";r=2;t=60',
  })
  expect(limitHeaders(3, { isWithin: false, left: 0, seconds: 7 })['retry-after']).toBe('7')
})
