import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsShown, linearScale, logScale, niceTicks, ratioTicks } from './scales.ts'

describe('round values on an axis', () => {
  it.each([
    [0, 187, 5, [0, 50, 100, 150, 200]],
    [0, 1, 5, [0, 0.5, 1]],
    [0, 0.3, 4, [0, 0.1, 0.2, 0.3]],
    [0, 7, 5, [0, 2, 4, 6, 8]],
    [-3, 4, 5, [-4, -2, 0, 2, 4]],
    [0, 0, 5, [0, 0.5, 1]],
    [0, 1417434, 4, [0, 500000, 1000000, 1500000]],
  ])('from %d to %d in about %d', (low, high, count, expected) => {
    expect(niceTicks(low, high, count)).toEqual(expected)
  })

  it('always holds every value, in even steps, without a stray decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (low, span) => {
          const ticks = niceTicks(low / 10, (low + span) / 10)
          expect(ticks[0]).toBeLessThanOrEqual(low / 10)
          expect(ticks.at(-1)).toBeGreaterThanOrEqual((low + span) / 10)
          expect(ticks.length).toBeGreaterThanOrEqual(2)
          expect(ticks.length).toBeLessThanOrEqual(12)
          for (const tick of ticks) expect(String(tick).length).toBeLessThanOrEqual(8)
        },
      ),
    )
  })
})

describe('scales', () => {
  it('places values evenly, downwards when the places run down', () => {
    const y = linearScale([0, 200], [300, 0])
    expect([y(0), y(100), y(200)]).toEqual([300, 150, 0])
  })

  it('places a single value in the middle rather than nowhere', () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50)
  })

  it('puts twice and half as likely equally far from parity', () => {
    const x = logScale([0.25, 4], [0, 400])
    expect(x(1)).toBeCloseTo(200)
    expect(x(2) - x(1)).toBeCloseTo(x(1) - x(0.5))
  })

  it('places a ratio of nought at the edge, not at minus infinity', () => {
    expect(logScale([0.25, 4], [0, 400])(0)).toBe(0)
  })

  it('marks ratios by doubling, parity among them even when all are above it', () => {
    expect(ratioTicks(0.4, 3.1)).toEqual([0.25, 0.5, 1, 2, 4])
    expect(ratioTicks(1.2, 1.8)).toEqual([0.5, 1, 2])
  })
})

describe('which labels to write along an axis', () => {
  it.each([
    [5, 10, [0, 1, 2, 3, 4]],
    [9, 5, [0, 2, 4, 6, 8]],
    [10, 4, [0, 3, 6, 9]],
    [8, 4, [1, 3, 5, 7]],
  ])('%i labels where %i fit', (total, room, expected) => {
    expect(labelsShown(total, room)).toEqual(expected)
  })
})
