import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clip, cluster, dips, type Mark, stack } from './lane.ts'

const at = (hours: number) => Temporal.Instant.from('2026-01-01T00:00Z').add({ hours })
const mark = (hours: number): Mark => ({
  key: String(hours),
  at: at(hours),
  shape: 'note',
  words: '',
  isDay: false,
  href: '',
})
const hoursOf = (moment: Temporal.Instant) => at(0).until(moment).total('hours')

describe('marks that stand close together', () => {
  test('are drawn as one, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000)), fc.integer({ min: 1, max: 50 }), (hours, apart) => {
        const clusters = cluster(hours.map(mark), hoursOf, apart)
        expect(clusters.flatMap(({ marks }) => marks.map(it => it.key)).sort()).toEqual(
          hours.map(String).sort(),
        )
        for (const [index, { x }] of clusters.entries()) {
          const before = clusters[index - 1]
          if (before) expect(x - before.x).toBeGreaterThanOrEqual(apart)
        }
      }),
    )
  })
})

describe('bars', () => {
  const bar = fc
    .tuple(fc.nat(1_000), fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }))
    .map(([from, lasts]) => ({ from: at(from), to: lasts === undefined ? undefined : at(from + lasts) }))

  test('never lie over one another in a row, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(bar), bars => {
        const rows = stack(bars)
        expect(rows.flat()).toHaveLength(bars.length)
        for (const row of rows) {
          for (const [index, each] of row.entries()) {
            const before = row[index - 1]
            if (!before) continue
            expect(before.to).toBeDefined()
            expect(hoursOf(each.from)).toBeGreaterThanOrEqual(
              hoursOf(before.to ?? each.from.add({ hours: 1 })),
            )
          }
        }
      }),
    )
  })

  test.each([
    [
      [0, 10],
      [5, 20],
      [5, 10],
    ],
    [
      [-50, 500],
      [5, 20],
      [5, 20],
    ],
    [[0, 4], [5, 20], undefined],
    [[21, 30], [5, 20], undefined],
    [
      [20, 30],
      [5, 20],
      [20, 20],
    ],
  ] as const)('from %j, within %j, are drawn at %j', (ends, within, drawn) => {
    expect(clip(ends, within)).toEqual(drawn)
  })
})

describe('the line', () => {
  test('dips for every miss, wherever it lies, and never twice at once', () => {
    const missed = fc.array(fc.double({ min: 12, max: 328, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(missed, at => {
        const found = dips(at, [12, 328], 9)
        for (const x of at) expect(found.some(([from, to]) => from <= x && x <= to)).toBe(true)
        for (const [index, [from, to]] of found.entries()) {
          expect(from).toBeGreaterThanOrEqual(found[index - 1]?.[1] ?? 12)
          expect(to).toBeLessThanOrEqual(328)
          expect(to - from).toBeGreaterThanOrEqual(9)
        }
      }),
    )
  })

  test.each([
    ['far from the rest', [100], [[91, 109]]],
    ['on today', [328], [[314.5, 328]]],
    ['at the left edge', [12], [[12, 25.5]]],
    [
      'beside another',
      [100, 112],
      [
        [91, 109],
        [109, 121],
      ],
    ],
    ['at the same time as another', [100, 100, 104], [[91, 113]]],
  ])('dips for one that was missed %s', (_where, at, drawn) => {
    expect(dips(at, [12, 328], 9)).toEqual(drawn)
  })
})
