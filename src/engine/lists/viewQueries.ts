import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { ListFilters, Person } from './filter.ts'

/** A person's own view of a list: what it is narrowed to and sorted by, under a name of theirs. */
export type SavedView = { viewId: string; name: string; query: string; opensWith: boolean; version: number }

/** Reads a person's own views of a list, by name. */
export async function readViews(tx: Work, list: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select v.view_id as "viewId", v.name, v.query, v.opens_with as "opensWith", v.version from list_view v
    where v.service_id = current_service() and v.user_id = current_person() and v.list = ${list}
    order by lower(v.name)`.execute(tx)
  return rows
}

/**
 * Reads everybody who works here, by name.
 * @param filters which of them each filter by person offers is worked out for these
 */
export async function readPeople(tx: Work, filters: ListFilters = {}): Promise<Person[]> {
  const offers = Object.entries(filters).flatMap(([name, filter]) =>
    filter.kind === 'person'
      ? sql`case when a.disabled_at is null and a.roles && ${[...filter.roles]}::text[] or ${filter.orRecorded}
          then ${name}::text end`
      : [],
  )
  const { rows } = await sql<Person>`
    select a.user_id as value, a.name as label, array_remove(array[${sql.join(offers)}]::text[], null) as "offeredBy"
    from person_account a where a.service_id = current_service()
    order by a.name, a.user_id`.execute(tx)
  return rows
}

/**
 * Lets one window after the other change a person's views of a list, until the transaction ends: two would not see each
 * other's names, nor which one the list opens with.
 */
async function holdViews(tx: Work, list: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(
      hashtextextended('views ' || current_service() || current_person() || ${list}::text, 0))`.execute(tx)
}

type Owned = { serviceId: string; userId: string; list: string }

/** Keeps a view; one of the same name is replaced by it. */
export async function saveView(
  tx: Work,
  { serviceId, userId, list }: Owned,
  view: { name: string; query: string; opensWith: boolean },
): Promise<void> {
  await holdViews(tx, list)
  if (view.opensWith) await openWithNone(tx, list)
  await sql`
    insert into list_view (service_id, user_id, list, name, query, opens_with)
    values (${serviceId}, ${userId}, ${list}, ${view.name}, ${view.query}, ${view.opensWith})
    on conflict (service_id, user_id, list, lower(name)) do update set name = excluded.name, query = excluded.query,
      opens_with = excluded.opens_with, version = list_view.version + 1`.execute(tx)
}

async function openWithNone(tx: Work, list: string): Promise<void> {
  await sql`
    update list_view set opens_with = false, version = version + 1
    where service_id = current_service() and user_id = current_person() and list = ${list} and opens_with`.execute(
    tx,
  )
}

type Which = { list: string; viewId: string; version: number }

/**
 * Gives a view another name, and says whether the list opens with it.
 * @returns what became of it: changed elsewhere since that version, or gone; or another has the name
 */
export async function changeView(
  tx: Work,
  which: Which,
  view: { name: string; opensWith: boolean },
): Promise<'changed' | 'overtaken' | 'name-taken'> {
  const id = parseId(which.viewId)
  if (!id) return 'overtaken'
  await holdViews(tx, which.list)
  const others = await sql<{ name: string }>`
    select name from list_view
    where service_id = current_service() and user_id = current_person() and list = ${which.list}
      and view_id <> ${id} and lower(name) = lower(${view.name})`.execute(tx)
  if (others.rows.length > 0) return 'name-taken'
  const held = await sql<{ version: number }>`
    select version from list_view
    where service_id = current_service() and user_id = current_person() and list = ${which.list}
      and view_id = ${id} for update`.execute(tx)
  if (held.rows[0]?.version !== which.version) return 'overtaken'
  if (view.opensWith)
    await sql`
      update list_view set opens_with = false, version = version + 1
      where service_id = current_service() and user_id = current_person() and list = ${which.list} and opens_with
        and view_id <> ${id}`.execute(tx)
  await sql`
    update list_view set name = ${view.name}, opens_with = ${view.opensWith}, version = version + 1
    where service_id = current_service() and view_id = ${id}`.execute(tx)
  return 'changed'
}

/** Forgets a view; one that is gone already is as well forgotten. */
export async function removeView(tx: Work, list: string, viewId: string): Promise<void> {
  const id = parseId(viewId)
  if (!id) return
  await sql`
    delete from list_view
    where service_id = current_service() and user_id = current_person() and list = ${list} and view_id = ${id}`.execute(
    tx,
  )
}

/** Writes to the audit that a list was exported: which, narrowed to what (as its address has it, and in words), how many rows, as what. */
export async function recordExport(
  tx: Work,
  what: string,
  details: { list: string; filter: string; words: string; rows: number; format: string },
): Promise<void> {
  await sql`select record_event(${what}, null, ${JSON.stringify(details)}::jsonb)`.execute(tx)
}
