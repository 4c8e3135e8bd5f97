import { type DateFault, readDate } from '../../kernel/readDates.ts'

/** The first and the last day, both included; either may be left open. */
export type Days = { from?: Temporal.PlainDate; to?: Temporal.PlainDate }

/** What is wrong with something typed into a filter, at which field, in words that say what to do. */
export type FilterFault = { field: string; message: string }

/** Two days as they were asked for: what they are, what was typed, and what is wrong with it. */
export type DaysAsked = {
  days: Days
  /** What stands in the two boxes. */
  typed: { from: string; to: string }
  faults: readonly FilterFault[]
  /** Whether they stand in the address as somebody typed them, and not as we write them. */
  isTyped: boolean
}

/** Under which names two days stand in an address, and on the page. */
export type DayNames = { from: string; to: string }

/** Reads two days out of an address: as our own links write them (2026-11-21), or as people type them. */
export function readDays(query: URLSearchParams, names: DayNames): DaysAsked {
  const from = readOne(query, names.from, 'The first day')
  const to = readOne(query, names.to, 'The last day')
  const isTurned = from.day && to.day && Temporal.PlainDate.compare(from.day, to.day) > 0
  return {
    days: { ...(from.day ? { from: from.day } : {}), ...(to.day ? { to: to.day } : {}) },
    typed: { from: from.typed, to: to.typed },
    faults: [
      ...from.faults,
      ...to.faults,
      ...(isTurned
        ? [{ field: names.to, message: 'The last day must be the same as or after the first day' }]
        : []),
    ],
    isTyped: from.isTyped || to.isTyped,
  }
}

type One = { day?: Temporal.PlainDate; typed: string; faults: FilterFault[]; isTyped: boolean }

function readOne(query: URLSearchParams, name: string, what: string): One {
  const text = query.get(name) ?? ''
  const read = readDate(text)
  if (!read.ok) {
    const message = remedy(read.reason, what)
    const faults = message === undefined ? [] : [{ field: name, message }]
    return { typed: text, faults, isTyped: text !== '' }
  }
  const { day, month, year } = read.value
  return {
    day: read.value,
    typed: `${day}/${month}/${year}`,
    faults: [],
    isTyped: text !== read.value.toString(),
  }
}

function remedy({ kind }: DateFault, what: string): string | undefined {
  switch (kind) {
    case 'empty':
      return undefined
    case 'short-year':
      return `${what}: write the year with four figures, like 2026`
    case 'no-such-day':
      return `${what}: there is no such day. Check the day and the month`
    case 'not-a-date':
      return `${what} must be a date, like 27/3/2026`
  }
}
