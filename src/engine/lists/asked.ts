import { path, type Request, withoutEmptyParts } from '../../platform/http/index.ts'
import { readSorting, type Sorting } from '../../ui/moj/sortable-table/sorting.ts'
import type { FilterFault } from './daysAsked.ts'
import type { ListDeclaration, Narrowed } from './declaration.ts'
import { type Choice, chosenOf, type ListFilters, readChoices, writeChoices } from './filter.ts'
import type { ListSource } from './source.ts'
import { readPeople } from './viewQueries.ts'

/** The address by which a list is opened with nothing narrowed, also by somebody whose own view it opens with. */
const everything = 'view=all'

/** What a person asks of a list: read out of an address, and as it is written in one. */
export type ListAsked = {
  choices: Choice[]
  sorting: Sorting
  /** Filters and sorting in the order in which the list writes them; not where a page begins. */
  query: string
}

/** Where a person looks after their views of a list. */
export function viewsPath(declared: Pick<ListDeclaration<{ id: string }, ListFilters>, 'path'>) {
  return path(`${declared.path.pattern}/views`)
}

/**
 * Reads what is asked of a list.
 * @param people who works here; waited for only where the list is narrowed by a person
 */
export async function readAsked<Row extends { id: string }, F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
  query: URLSearchParams,
  request: Request,
  people = () => readPeople(request.tx),
): Promise<ListAsked> {
  const choices = await readChoices(declared.filters(request), query, people, request)
  const sorting = readSorting(query, Object.keys(sourceOf(declared, choices).sorts), declared.sorting)
  const written = writeChoices(choices)
  const { key, direction } = sorting
  if (key !== declared.sorting.key || direction !== declared.sorting.direction)
    written.set('sort', direction === 'descending' ? `-${key}` : key)
  return { choices, sorting, query: written.toString() }
}

/** Where the rows come from, with what was chosen. */
export function sourceOf<Row extends { id: string }, F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
  choices: readonly Choice[],
): ListSource<Row> {
  return declared.sourceFor?.(chosenOf<F>(choices)) ?? declared.source
}

/** What was typed into the filters and cannot be understood. */
export function faultsOf({ choices }: ListAsked): FilterFault[] {
  return choices.flatMap(({ faults }) => faults)
}

/**
 * Whether an address is as a filter's form sends it: with parts that were left empty, and days and numbers as somebody
 * typed them. Such a one leads on to the address that the page itself writes, so that two people who ask the same have the
 * same address.
 * @param typed what was read out of it that can be typed in several ways
 */
export function isAsSent(query: URLSearchParams, ...typed: readonly { isTyped: boolean }[]): boolean {
  return withoutEmptyParts('', query) !== undefined || typed.some(({ isTyped }) => isTyped)
}

/** What the chosen filters come to. */
export async function narrowed<Row extends { id: string }, F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
  asked: ListAsked,
  request: Request,
): Promise<Required<Narrowed<Row>>> {
  const found = await declared.narrow(chosenOf<F>(asked.choices), request)
  return 'conditions' in found ? { columns: [], ...found } : { conditions: found, columns: [] }
}

/** The address of a list with what is asked of it; nothing asked is said, so that no view opens instead. */
export function addressWith(
  declared: Pick<ListDeclaration<{ id: string }, ListFilters>, 'path'>,
  query: string,
) {
  return `${declared.path.pattern}?${query === '' ? everything : query}`
}

/** The address that leaves one filter out. */
export function without(asked: ListAsked, address: string, name: string): string {
  const left = writeChoices(asked.choices, name)
  const sort = new URLSearchParams(asked.query).get('sort')
  if (sort !== null) left.set('sort', sort)
  return `${address}?${left.size === 0 ? everything : left}`
}

/** The address with no filter at all. */
export function withoutAll(asked: ListAsked, address: string): string {
  const left = asked.choices.flatMap(({ name, filter }) =>
    filter.kind === 'choice' && filter.initial && filter.usual ? [[name, filter.usual]] : [],
  )
  return `${address}?${left.length === 0 ? everything : new URLSearchParams(left)}`
}
