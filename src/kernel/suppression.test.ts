import { describe, expect, it, test } from 'vitest'
import { type PublishedCounts, suppress } from './suppression.ts'

/** The published row as text: `?` for a hidden count. */
function asPrinted({ counts, total }: PublishedCounts): string {
  const say = (count: PublishedCounts['total']) => (count.hidden ? '?' : String(count.count))
  return `${counts.map(say).join(' ')} = ${say(total)}`
}

describe('publishing small counts', () => {
  test.each([
    ['nothing small: all shown', [12, 7, 0, 5], '12 7 0 5 = 24'],
    ['one small: the next smallest hides it from the total', [12, 3, 8], '12 ? ? = 23'],
    ['two small that could be several pairs', [12, 3, 2], '12 ? ? = 17'],
    ['two ones: their sum would give them away', [12, 1, 1, 20], '? ? ? 20 = 34'],
    ['two fours: their sum would give them away', [12, 4, 4, 20], '? ? ? 20 = 40'],
    ['equal next smallest are hidden together', [3, 6, 6, 20], '? ? ? 20 = 35'],
    ['one small and nothing to hide behind', [3, 0, 0], '? 0 0 = ?'],
    ['a total that is itself small', [1, 2, 0], '? ? 0 = ?'],
    ['nobody at all', [0, 0], '0 0 = 0'],
  ])('%s', (_what, counts, printed) => {
    expect(asPrinted(suppress(counts))).toBe(printed)
  })

  it('never lets the total reveal a hidden count, even to a reader who knows the rule', () => {
    const threshold = 4
    const possible = new Map<string, Set<number>[]>()
    const rows = everyRow(4, 8)
    for (const row of rows) {
      const printed = asPrinted(suppress(row, threshold))
      const values = possible.get(printed) ?? row.map(() => new Set<number>())
      for (const [column, count] of row.entries()) values[column]?.add(count)
      possible.set(printed, values)
    }
    const givenAway = [...possible].filter(([printed, values]) => {
      const cells = printed.split(' ')
      return values.some((seen, column) => cells[column] === '?' && seen.size < 2)
    })
    expect(rows).toHaveLength(9 ** 4)
    expect(givenAway).toEqual([])
  })

  it('keeps the counts it shows true', () => {
    for (const row of everyRow(3, 7)) {
      suppress(row).counts.forEach((shown, column) => {
        if (!shown.hidden) expect(shown.count).toBe(row[column])
      })
    }
  })

  it('refuses a threshold that protects nobody', () => {
    expect(() => suppress([1, 2], 2)).toThrow(RangeError)
    expect(() => suppress([1.5])).toThrow(RangeError)
  })
})

/** Every row of so many counts, each from 0 to `most`. */
function everyRow(length: number, most: number): number[][] {
  let rows: number[][] = [[]]
  for (let column = 0; column < length; column += 1) {
    rows = rows.flatMap(row => Array.from({ length: most + 1 }, (_, count) => [...row, count]))
  }
  return rows
}
