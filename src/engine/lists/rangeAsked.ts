import type { FilterFault } from './daysAsked.ts'

/** Whole numbers from one to another, both included; either may be left open. */
export type Range = { from?: number; to?: number }

/** A range as it was asked for: what it is, what was typed, and what is wrong with it. */
export type RangeAsked = {
  range: Range
  typed: { from: string; to: string }
  faults: readonly FilterFault[]
  isTyped: boolean
}

/**
 * Reads a range out of an address: `waited-from` and `waited-to`.
 * @param label what the filter is called on the page, by which it says what is wrong
 */
export function readRange(query: URLSearchParams, name: string, label: string): RangeAsked {
  const from = readOne(query, `${name}-from`, label)
  const to = readOne(query, `${name}-to`, label)
  const isTurned = from.number !== undefined && to.number !== undefined && from.number > to.number
  return {
    range: {
      ...(from.number === undefined ? {} : { from: from.number }),
      ...(to.number === undefined ? {} : { to: to.number }),
    },
    typed: { from: from.typed, to: to.typed },
    faults: [
      ...from.faults,
      ...to.faults,
      ...(isTurned
        ? [
            {
              field: `${name}-to`,
              message: `${label}: the second number must be the same as or more than the first`,
            },
          ]
        : []),
    ],
    isTyped: from.isTyped || to.isTyped,
  }
}

function readOne(query: URLSearchParams, name: string, label: string) {
  const typed = query.get(name) ?? ''
  const text = typed.trim()
  if (text === '') return { typed: '', faults: [], isTyped: typed !== '' }
  if (!/^-?\d{1,5}$/.test(text)) {
    const message = `${label}: enter a whole number, like 10, or leave it empty`
    return { typed, faults: [{ field: name, message }], isTyped: true }
  }
  const number = Number(text)
  return { number, typed: String(number), faults: [], isTyped: typed !== String(number) }
}
