/** Which way a column is sorted; the words are those of the aria-sort attribute. */
export type SortDirection = 'ascending' | 'descending'

/** The column a table is sorted by, and which way. */
export interface Sorting {
  key: string
  direction: SortDirection
}

/**
 * Reads the sorting out of an address (?sort=due or ?sort=-due). A key that is not among `keys` is ignored,
 * so that what reaches a query is always one of ours.
 */
export function readSorting(query: URLSearchParams, keys: readonly string[], otherwise: Sorting): Sorting {
  const asked = query.get('sort') ?? ''
  const key = asked.startsWith('-') ? asked.slice(1) : asked
  if (!keys.includes(key)) return otherwise
  return { key, direction: asked.startsWith('-') ? 'descending' : 'ascending' }
}

/**
 * The address that sorts by a column: ascending first, then the other way. Filters stay; the page number goes,
 * because page 3 of another order is nowhere.
 */
export function sortAddress(path: string, query: URLSearchParams, current: Sorting, key: string): string {
  const next = new URLSearchParams(query)
  const isAscendingNow = current.key === key && current.direction === 'ascending'
  next.set('sort', isAscendingNow ? `-${key}` : key)
  next.delete('page')
  return `${path}?${next}`
}
