import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Place, suitsInWords } from './place.ts'

const place = sql`
  select place_id as "placeId", name, address, suits, note, closed_at as "closedAt", version
  from meeting_place where service_id = current_service()`

const withWords = (row: Omit<Place, 'suitsWords'>): Place => ({ ...row, suitsWords: suitsInWords(row.suits) })

/** The service's places by name: those in use, or the closed ones too. */
export async function listPlaces(tx: Work, which: 'open' | 'all' = 'open'): Promise<Place[]> {
  const open = which === 'open' ? sql`and closed_at is null` : sql``
  const { rows } = await sql<
    Omit<Place, 'suitsWords'>
  >`${place} ${open} order by closed_at is not null, name, place_id`.execute(tx)
  return rows.map(withWords)
}

export async function findPlace(tx: Work, placeId: string): Promise<Place | undefined> {
  const id = parseId<'place'>(placeId)
  if (!id) return undefined
  const { rows } = await sql<Omit<Place, 'suitsWords'>>`${place} and place_id = ${id}`.execute(tx)
  return rows[0] && withWords(rows[0])
}

/** Whether a place that is in use has this name already. */
export async function isNameTaken(tx: Work, name: string, except: string | null): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from meeting_place where service_id = current_service() and closed_at is null
      and lower(name) = lower(${name}) and place_id is distinct from ${except}::uuid) as is`.execute(tx)
  return rows[0]?.is ?? false
}

type PlaceSaid = Pick<Place, 'name' | 'address' | 'suits' | 'note'>

export async function insertPlace(tx: Work, serviceId: string, it: PlaceSaid): Promise<void> {
  await tx
    .insertInto('meeting_place')
    .values({ service_id: serviceId, ...it })
    .execute()
}

/** Changes a place, unless somebody else has since it was read; closing it ends its being offered. */
export async function changePlace(
  tx: Work,
  { placeId, version }: Pick<Place, 'placeId' | 'version'>,
  to: PlaceSaid & { closedAt: Temporal.Instant | null },
): Promise<boolean> {
  const { closedAt, ...said } = to
  const result = await tx
    .updateTable('meeting_place')
    .set(eb => ({ ...said, closed_at: closedAt, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('place_id', '=', placeId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
