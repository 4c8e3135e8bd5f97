import type { RawBuilder } from 'kysely'
import type { Role } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'

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
    }
  | PersonFilter
  /** The first and the last day, either of which may be left open. */
  | { kind: 'days'; label: string }
  | { kind: 'yesNo'; label: string; any: string; yes: string; no: string }
  /** Not offered: only links of our own lead to it. Words for what it narrows to; undefined for what it does not know. */
  | { kind: 'linked'; label: string; wordsOf(value: string): string | undefined }

export type ListFilters = Readonly<Record<string, ListFilter>>

export type Days = { from?: Temporal.PlainDate; to?: Temporal.PlainDate }

/** What was chosen of each filter. */
export type Chosen<F extends ListFilters> = {
  [Name in keyof F]: F[Name] extends { kind: 'days' } ? Days : string | undefined
}

/** A filter with what was chosen of it. */
export type Choice = {
  name: string
  filter: ListFilter
  value: string | undefined
  days: Days
}

/**
 * Reads what was chosen out of an address. What a filter does not offer is as if it were not there.
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
    const days = filter.kind === 'days' ? readDays(name, query) : {}
    choices.push({ name, filter, value: await readValue(name, filter, query, people, request), days })
  }
  return choices
}

async function readValue(
  name: string,
  filter: ListFilter,
  query: URLSearchParams,
  people: () => Promise<readonly FilterOption[]>,
  request: Request,
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
      return asked !== '' && filter.wordsOf(asked) !== undefined ? asked : undefined
    case 'days':
      return undefined
  }
}

function readDays(name: string, query: URLSearchParams): Days {
  const from = readDay(query.get(`${name}-from`))
  const to = readDay(query.get(`${name}-to`))
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

/** A day in an address is written in one way only, as a browser sends it: 2026-11-21. */
export function readDay(text: string | null): Temporal.PlainDate | undefined {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}

/** What was chosen, by the names of the filters. */
export function chosenOf<F extends ListFilters>(choices: readonly Choice[]): Chosen<F> {
  const chosen = choices.map(({ name, filter, value, days }) => [name, filter.kind === 'days' ? days : value])
  return Object.fromEntries(chosen) as Chosen<F>
}

/** Whether something is left out by it. */
export function isInForce({ filter, value, days }: Choice): boolean {
  if (filter.kind === 'days') return days.from !== undefined || days.to !== undefined
  return value !== undefined && !(filter.kind === 'choice' && value === filter.usual)
}

/**
 * What was chosen as it stands in an address, always in the same order, so that two addresses of one list are alike.
 * @param except a filter to be left as if it had not been chosen
 */
export function writeChoices(choices: readonly Choice[], except?: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const choice of choices) {
    const { name, filter, days } = choice
    const isTaken = name !== except
    if (filter.kind === 'days') {
      if (isTaken && days.from) query.set(`${name}-from`, days.from.toString())
      if (isTaken && days.to) query.set(`${name}-to`, days.to.toString())
      continue
    }
    const value = isTaken ? choice.value : filter.kind === 'choice' ? filter.usual : undefined
    const isSaidAnyway = filter.kind === 'choice' && filter.initial !== undefined
    if (value !== undefined && (isSaidAnyway || isInForce({ ...choice, value }))) query.set(name, value)
  }
  return query
}
