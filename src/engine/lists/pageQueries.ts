import { type RawBuilder, sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { ListSource } from './source.ts'

/** Where a page of a list begins: after, or before, the row with this id. */
export type ListPlace = { way: 'after' | 'before'; id: string }

/** What is asked of a list. */
export type Asked = {
  sort: string
  isDescending: boolean
  conditions: readonly RawBuilder<boolean>[]
  place?: ListPlace | undefined
}

/** A page of a list, and whether there are rows before and after it. */
export type FoundPage<Row> = { rows: Row[]; hasBefore: boolean; hasAfter: boolean }

/** Reads where a page begins out of an address; undefined for the first page, and for what is no id. */
export function readPlace(query: URLSearchParams): ListPlace | undefined {
  for (const way of ['after', 'before'] as const) {
    const id = parseId(query.get(way) ?? '')
    if (id) return { way, id }
  }
  return undefined
}

/**
 * One page of a list, found through an index from where it begins, however far down that is: what the row there is
 * sorted by is looked up, so that no name has to stand in an address. Where that row is no longer there, or nothing
 * stands beyond it, the first page.
 */
export async function readPage<Row extends { id: string }>(
  tx: Work,
  source: ListSource<Row>,
  asked: Asked,
  most: number,
): Promise<FoundPage<Row>> {
  const found = await readRows(tx, source, asked, most + 1)
  const rows = found.slice(0, most)
  const hasMore = found.length > most
  switch (asked.place?.way) {
    case undefined:
      return { rows, hasBefore: false, hasAfter: hasMore }
    case 'after':
      if (rows.length > 0) return { rows, hasBefore: true, hasAfter: hasMore }
      break
    case 'before':
      // The first page is always a whole one: fewer rows than that before a place lead to its beginning.
      if (hasMore || rows.length === most)
        return { rows: rows.toReversed(), hasBefore: hasMore, hasAfter: true }
      break
  }
  return readPage(tx, source, { ...asked, place: undefined }, most)
}

/** The first rows of a list in its order, as many as are asked for. */
export async function readRows<Row extends { id: string }>(
  tx: Work,
  { columns, from, where, id, sorts }: ListSource<Row>,
  { sort, isDescending, conditions, place }: Asked,
  most: number,
): Promise<Row[]> {
  const key = sorts[sort]
  if (!key) throw new Error(`The list cannot be sorted by ${sort}`)
  const isDownwards = isDescending !== (place?.way === 'before')
  const direction = isDownwards ? sql`desc` : sql`asc`
  const [beyond, notBefore] = isDownwards ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`]
  const start = place
    ? sql`with place as materialized (select ${key} as key from ${from} where ${where} and ${id} = ${place.id}::uuid)`
    : sql``
  // The first comparison alone is what an index answers where the key and the id stand in two tables.
  const further = place
    ? [
        sql<boolean>`${key} ${notBefore} (select key from place)`,
        sql<boolean>`(${key}, ${id}) ${beyond} ((select key from place), ${place.id}::uuid)`,
      ]
    : []
  const { rows } = await sql<Row>`
    ${start} select ${columns} from ${from} where ${sql.join([where, ...conditions, ...further], sql` and `)}
    order by ${key} ${direction}, ${id} ${direction} limit ${most}`.execute(tx)
  return rows
}

/** How many rows a list has, at most one more than `most`: on a very large one counting on would slow the page. */
export async function countRows<Row extends { id: string }>(
  tx: Work,
  { from, where }: ListSource<Row>,
  conditions: readonly RawBuilder<boolean>[],
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from ${from} where ${sql.join([where, ...conditions], sql` and `)} limit ${most + 1}) counted`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}
