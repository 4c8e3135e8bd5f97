import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neighbour, placesIn, readZoom, spanOf, ticksOf, wholeSpan, type Zoom, zooms } from './span.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-22')

const anyDay = fc.integer({ min: 0, max: 9_000 }).map(days => day('2010-01-01').add({ days }))
const anySpan = fc
  .tuple(anyDay, fc.integer({ min: 7, max: 6_000 }))
  .map(([first, days]) => ({ first, last: first.add({ days }) }))

describe('how much is drawn', () => {
  test('all of it holds every day, and today', () => {
    fc.assert(
      fc.property(fc.array(anyDay), days => {
        const { first, last } = wholeSpan(days, today)
        for (const each of [...days, today]) {
          expect(Temporal.PlainDate.compare(first, each)).toBe(-1)
          expect(Temporal.PlainDate.compare(last, each)).toBe(1)
        }
      }),
    )
  })

  test.each<[Zoom, string, string]>([
    ['month', '2026-11-01', '2026-11-29'],
    ['quarter', '2026-09-14', '2026-12-15'],
    ['year', '2026-02-21', '2027-02-21'],
  ])('%s has what was and, a quarter of it, what is planned', (zoom, first, last) => {
    const whole = { first: day('2020-01-01'), last: today }
    expect(spanOf(zoom, undefined, whole, today)).toEqual({ first: day(first), last: day(last) })
  })

  test('rubbish in the address is all of it', () => {
    for (const text of [null, '', 'toString', 'decade']) expect(readZoom(text)).toBe('all')
    for (const zoom of Object.keys(zooms)) expect(readZoom(zoom)).toBe(zoom)
  })

  test('one goes earlier until the beginning and later until the end, and not beyond', () => {
    const whole = { first: day('2026-01-01'), last: day('2026-12-31') }
    const span = spanOf('month', undefined, whole, today)
    expect(neighbour(span, whole, 'earlier')).toEqual(day('2026-11-08'))
    expect(neighbour(span, whole, 'later')).toEqual(day('2026-12-20'))
    expect(neighbour(whole, whole, 'earlier')).toBeUndefined()
    expect(neighbour(whole, whole, 'later')).toBeUndefined()
  })
})

test('a moment stands at its share of the span, also where the clocks go forward', () => {
  const span = { first: day('2026-03-29'), last: day('2026-03-29') }
  const at = (text: string) => placesIn(span)(Temporal.Instant.from(text))
  expect(at('2026-03-29T00:00:00Z')).toBe(0)
  expect(at('2026-03-29T23:00:00Z')).toBe(1)
  expect(at('2026-03-29T11:30:00Z')).toBe(0.5)
})

test('lines stand within the span, in order, and never more than have room', () => {
  fc.assert(
    fc.property(anySpan, fc.integer({ min: 5, max: 15 }), (span, most) => {
      const ticks = ticksOf(span, most)
      expect(ticks.length).toBeLessThanOrEqual(most)
      const days = ticks.map(({ day: each }) => each)
      for (const each of days) {
        expect(Temporal.PlainDate.compare(each, span.first)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDate.compare(each, span.last)).toBeLessThanOrEqual(0)
      }
      expect(days).toEqual(days.toSorted(Temporal.PlainDate.compare))
    }),
  )
})
