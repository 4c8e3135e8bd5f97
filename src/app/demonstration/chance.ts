/** Choices that look like chance and are the same every time for the same number. */
export type Chance = {
  /** From 0, included, to 1, not included. */
  next(): number
  one<T>(list: readonly T[]): T
  some<T>(list: readonly T[], count: number): T[]
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True in so many cases of a hundred. */
  isIn(percent: number): boolean
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for invented people. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  return {
    next,
    one,
    between,
    isIn: percent => next() * 100 < percent,
    some(list, count) {
      const left = [...list]
      return Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(between(0, left.length - 1), 1)[0],
      ).filter(it => it !== undefined)
    },
  }
}
