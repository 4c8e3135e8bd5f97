import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { proportion, rate } from './rates.ts'

describe('a rate', () => {
  it('is the count per so many people', () => {
    const fte = rate(37, 29_365, 100_000)
    expect(fte.ok && fte.value.value).toBeCloseTo(126.0, 1)
  })

  // Exact Poisson limits as published in tables (Garwood 1936); Byar's are within half a percent of them from ten up.
  test.each([
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ])('has an interval that agrees with the published exact limits for %i', (count, lower, upper) => {
    const result = rate(count, 1, 1)
    if (!result.ok) throw new Error('expected a rate')
    expect(Math.abs(result.value.lower / lower - 1)).toBeLessThan(0.005)
    expect(Math.abs(result.value.upper / upper - 1)).toBeLessThan(0.005)
  })

  it('of no events begins at nought and still says how many there might have been', () => {
    const none = rate(0, 10_000, 10_000)
    if (!none.ok) throw new Error('expected a rate')
    expect(none.value.lower).toBe(0)
    expect(none.value.upper).toBeCloseTo(3.69, 1)
  })

  it('against nobody is refused', () => {
    expect(rate(3, 0, 1_000)).toEqual({ ok: false, reason: { kind: 'nothing-to-count-against' } })
  })

  it('lies inside its interval', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.integer({ min: 1, max: 1_000_000 }), (count, population) => {
        const result = rate(count, population, 100_000)
        if (!result.ok) throw new Error('expected a rate')
        const { lower, value, upper } = result.value
        expect(lower).toBeLessThanOrEqual(value)
        expect(upper).toBeGreaterThan(value)
        expect(lower).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('a share', () => {
  // Newcombe 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the interval published by Newcombe', (count, of, lower, upper) => {
    const result = proportion(count, of)
    if (!result.ok) throw new Error('expected a share')
    expect(result.value.lower).toBeCloseTo(lower, 4)
    expect(result.value.upper).toBeCloseTo(upper, 4)
  })

  it('of more than all says that the figures cannot add up', () => {
    expect(proportion(70, 66)).toEqual({ ok: false, reason: { kind: 'more-than-all', count: 70, of: 66 } })
  })

  it('of nobody is refused', () => {
    expect(proportion(0, 0)).toEqual({ ok: false, reason: { kind: 'nothing-to-count-against' } })
  })

  it('and the share of the others mirror one another', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (count, others) => {
        fc.pre(count + others > 0)
        const one = proportion(count, count + others)
        const other = proportion(others, count + others)
        if (!one.ok || !other.ok) throw new Error('expected shares')
        expect(one.value.lower).toBeCloseTo(1 - other.value.upper, 10)
        expect(one.value.lower).toBeLessThanOrEqual(one.value.value)
        expect(one.value.upper).toBeGreaterThanOrEqual(one.value.value)
      }),
    )
  })

  it('needs whole counts', () => {
    expect(() => proportion(1.5, 10)).toThrow(RangeError)
    expect(() => rate(-1, 10, 10)).toThrow(RangeError)
  })
})
