import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { standingOn } from './agreement.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const year = { from: day('2026-01-01'), until: day('2026-12-31'), withdrawnOn: null }

describe('an agreement to share', () => {
  it.each([
    [year, '2025-12-31', 'to-come'],
    [year, '2026-01-01', 'in-force'],
    [year, '2026-12-31', 'in-force'],
    [year, '2027-01-01', 'expired'],
    [{ ...year, until: null }, '2040-01-01', 'in-force'],
    [{ ...year, withdrawnOn: day('2026-06-01') }, '2026-05-31', 'in-force'],
    [{ ...year, withdrawnOn: day('2026-06-01') }, '2026-06-01', 'withdrawn'],
    [{ ...year, withdrawnOn: day('2026-06-01') }, '2027-06-01', 'withdrawn'],
    [{ ...year, withdrawnOn: day('2026-01-01') }, '2026-01-01', 'withdrawn'],
    [{ ...year, until: day('2026-01-01') }, '2026-01-01', 'in-force'],
  ] as const)('%j stands on %s as %s', (agreement, on, standing) => {
    expect(standingOn(agreement, day(on))).toBe(standing)
  })
})

test('an agreement holds for one stretch of days, and never again once it has ended', () => {
  const days = fc.integer({ min: 0, max: 800 }).map(n => day('2026-01-01').add({ days: n }))
  const agreements = fc
    .record({
      from: days,
      until: fc.option(days),
      withdrawnOn: fc.option(days),
    })
    .filter(({ from, until, withdrawnOn }) =>
      [until, withdrawnOn].every(end => end === null || Temporal.PlainDate.compare(end, from) >= 0),
    )
  const order = { 'to-come': 0, 'in-force': 1, expired: 2, withdrawn: 3 }
  fc.assert(
    fc.property(agreements, days, days, (agreement, one, other) => {
      const [earlier, later] = [one, other].sort(Temporal.PlainDate.compare)
      if (!earlier || !later) return
      expect(order[standingOn(agreement, later)]).toBeGreaterThanOrEqual(
        order[standingOn(agreement, earlier)],
      )
    }),
  )
})
