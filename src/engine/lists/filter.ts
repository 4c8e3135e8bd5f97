import type { RawBuilder } from 'kysely'
import type { Role } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { type Days, type FilterFault, readDays } from './daysAsked.ts'
import { type Range, readRange } from './rangeAsked.ts'

/** An answer that a filter offers: what stands in the address, and its words. */
export type FilterOption = { value: string; label: string }

/** Somebody who works here; anybody may be asked for in an address. */
export type PersonFilter = {
  kind: 'person'
  label: string
  any: string
  /** Who is offered: whoever can sign in and has one of these roles. */
  roles: readonly Role[]
  /** And whoever stands in the record already: a condition on `a`, the account. */
  orRecorded: RawBuilder<boolean>
}

/** Somebody who works here, and by which filters of a list they are offered. */
export type Person = FilterOption & { offeredBy: readonly string[] }

/** A filter that means something only beside an answer to another, which stands before it. */
export type OnlyWith = { filter: string; isOneOf(value: string): boolean }

/**
 * By what a list can be narrowed. What stands in the address is always one of our codes, an id or a date: never a name
 * and nothing that somebody typed.
 */
export type ListFilter =
  | {
      kind: 'choice'
      label: string
      options: readonly FilterOption[]
      /** The words for not narrowing by it; left out where one of the options always holds. */
      any?: string
      /** The option that holds where none is asked for, and which is not said to be in force. */
      usual?: string
      /** The option that holds when the list is opened without asking, where it hangs on who opens it. */
      initial?(request: Request): Promise<string>
      onlyWith?: OnlyWith
    }
  | PersonFilter
  /** The first and the last day, either of which may be left open. */
  | { kind: 'days'; label: string }
  /** Whole numbers from one to another, either of which may be left open, and the words for what it narrows to. */
  | {
      kind: 'range'
      label: string
      from: string
      to: string
      hint?: string
      wordsOf(range: Range): string
      onlyWith?: OnlyWith
    }
  | { kind: 'yesNo'; label: string; any: string; yes: string; no: string }
  /**
   * Not offered: only links of our own lead to it. Words for what it narrows to, beside what is chosen of the filters before
   * it; undefined for what it does not know.
   */
  | { kind: 'linked'; label: string; wordsOf(value: string, beside: ChosenBeside): string | undefined }

/** What was chosen of another filter, by its name. */
export type ChosenBeside = (filter: string) => string | undefined

export type ListFilters = Readonly<Record<string, ListFilter>>

/** What was chosen of each filter. */
export type Chosen<F extends ListFilters> = {
  [Name in keyof F]: F[Name] extends { kind: 'days' }
    ? Days
    : F[Name] extends { kind: 'range' }
      ? Range
      : string | undefined
}

/** A filter with what was chosen of it. */
export type Choice = {
  name: string
  filter: ListFilter
  value: string | undefined
  days: Days
  range: Range
  /** What stands in the boxes of two days or a range, what is wrong there, and whether it is as somebody typed it. */
  typed: { from: string; to: string }
  faults: readonly FilterFault[]
  isTyped: boolean
  /** Not so where it means nothing beside what else is chosen: it is then as if it were not asked. */
  isOffered: boolean
  /** The address asks for something that the filter does not know: it is left out, and the list says so. */
  isUnknown: boolean
}

/**
 * Reads what was chosen out of an address. What a filter does not offer is left out, and marked as not known.
 * @param people who works here; asked for only where a person was chosen
 */
export async function readChoices(
  filters: ListFilters,
  query: URLSearchParams,
  people: () => Promise<readonly FilterOption[]>,
  request: Request,
): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const [name, filter] of Object.entries(filters)) {
    const isOffered = isMeant(filter, choices)
    const own = isOffered ? query : new URLSearchParams()
    const value = isOffered ? await readValue(name, filter, { query, people, request, choices }) : undefined
    const said = isOffered ? (query.get(name) ?? '') : ''
    const isUnknown = hasOneValue(filter) && said !== '' && said !== value
    choices.push({ name, filter, value, isOffered, isUnknown, ...readEnds(name, filter, own) })
  }
  return choices
}

/** Days and ranges stand under two other names, and what is wrong with them is asked again. */
const hasOneValue = ({ kind }: ListFilter) => kind !== 'days' && kind !== 'range'

function isMeant(filter: ListFilter, before: readonly Choice[]): boolean {
  const onlyWith = 'onlyWith' in filter ? filter.onlyWith : undefined
  if (!onlyWith) return true
  const value = before.find(({ name }) => name === onlyWith.filter)?.value
  return value !== undefined && onlyWith.isOneOf(value)
}

/** The two ends of what has a beginning and an end. */
function readEnds(name: string, { kind, label }: ListFilter, query: URLSearchParams) {
  const days = readDays(kind === 'days' ? query : new URLSearchParams(), namesOf(name))
  const range = readRange(kind === 'range' ? query : new URLSearchParams(), name, label)
  const { typed, faults, isTyped } = kind === 'range' ? range : days
  return { days: days.days, range: range.range, typed, faults, isTyped }
}

/** Under which names the two ends of a filter stand in an address. */
export function namesOf(name: string) {
  return { from: `${name}-from`, to: `${name}-to` }
}

type Read = {
  query: URLSearchParams
  people: () => Promise<readonly FilterOption[]>
  request: Request
  /** The filters before this one. */
  choices: readonly Choice[]
}

/** What was chosen of another filter, out of these. */
export function besideOf(choices: readonly Choice[]): ChosenBeside {
  return filter => choices.find(({ name }) => name === filter)?.value
}

async function readValue(
  name: string,
  filter: ListFilter,
  { query, people, request, choices }: Read,
): Promise<string | undefined> {
  const asked = query.get(name) ?? ''
  switch (filter.kind) {
    case 'choice': {
      if (filter.options.some(({ value }) => value === asked)) return asked
      return query.has(name) || !filter.initial ? filter.usual : await filter.initial(request)
    }
    case 'person':
      return asked === '' ? undefined : (await people()).find(({ value }) => value === asked)?.value
    case 'yesNo':
      return asked === 'yes' || asked === 'no' ? asked : undefined
    case 'linked':
      return asked !== '' && filter.wordsOf(asked, besideOf(choices)) !== undefined ? asked : undefined
    case 'days':
    case 'range':
      return undefined
  }
}

/** What was chosen, by the names of the filters. */
export function chosenOf<F extends ListFilters>(choices: readonly Choice[]): Chosen<F> {
  const chosen = choices.map(({ name, filter, value, days, range }) => [
    name,
    filter.kind === 'days' ? days : filter.kind === 'range' ? range : value,
  ])
  return Object.fromEntries(chosen) as Chosen<F>
}

/** Whether something is left out by it. */
export function isInForce({ filter, value, days, range }: Choice): boolean {
  if (filter.kind === 'days' || filter.kind === 'range') {
    const { from, to } = filter.kind === 'days' ? days : range
    return from !== undefined || to !== undefined
  }
  return value !== undefined && !(filter.kind === 'choice' && value === filter.usual)
}

/**
 * What was chosen as it stands in an address, always in the same order, so that two addresses of one list are alike.
 * @param except a filter to be left as if it had not been chosen
 */
export function writeChoices(choices: readonly Choice[], except?: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const choice of choices) {
    const { name, filter, days, range, isOffered } = choice
    const isTaken = name !== except
    if (!isOffered) continue
    if (filter.kind === 'days' || filter.kind === 'range') {
      const { from, to } = filter.kind === 'days' ? days : range
      if (isTaken && from !== undefined) query.set(`${name}-from`, from.toString())
      if (isTaken && to !== undefined) query.set(`${name}-to`, to.toString())
      continue
    }
    const value = isTaken ? choice.value : filter.kind === 'choice' ? filter.usual : undefined
    const isSaidAnyway = filter.kind === 'choice' && filter.initial !== undefined
    if (value !== undefined && (isSaidAnyway || isInForce({ ...choice, value }))) query.set(name, value)
  }
  return query
}
