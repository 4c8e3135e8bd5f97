import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import type { Work } from '../../platform/database/index.ts'

/** A list that somebody took out of the program as a file. */
export type ListedExport = {
  /** Made of the number of the event in the audit, in the shape in which lists know their rows. */
  id: string
  at: Temporal.Instant
  person: string
  /** What the audit says of it: the title of the list is in quotation marks. */
  purpose: string
  /** Where the list stands. */
  list: string
  /** What it was narrowed to in words; null of exports from before the words were kept. */
  words: string | null
  /** The same as it stands in the address of the list. */
  filter: string
  rows: number
  format: string
}

const id = sql<string>`('00000000-0000-7000-8000-' || lpad(to_hex(e.id), 12, '0'))::uuid`

/** That an event `e` is the export of a list. */
const isExport: RawBuilder<boolean> = sql<boolean>`e.action = 'event' and e.after ? 'list'`

/** What the audit keeps of exported lists. */
export const exportSource: ListSource<ListedExport> = {
  columns: sql<ListedExport>`${id} as id, e.at, a.name as person, e.purpose, e.after ->> 'list' as list,
    e.after ->> 'words' as words, e.after ->> 'filter' as filter, (e.after ->> 'rows')::int as rows,
    e.after ->> 'format' as format`,
  from: sql`audit_event e join person_account a on a.service_id = e.service_id and a.user_id = e.person_id`,
  where: sql<boolean>`e.service_id = current_service() and ${isExport}`,
  id,
  sorts: { at: sql`e.at` },
}

/** The conditions that a filter comes to. */
export function exportConditions({
  person,
  days,
}: {
  person?: string | undefined
  days: Days
}): RawBuilder<boolean>[] {
  const since = days.from?.toZonedDateTime(ukZone).toInstant()
  const until = days.to?.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
  return [
    ...(person === undefined ? [] : [sql<boolean>`e.person_id = ${person}`]),
    ...(since === undefined ? [] : [sql<boolean>`e.at >= ${since}`]),
    ...(until === undefined ? [] : [sql<boolean>`e.at < ${until}`]),
  ]
}

/** That somebody, the account `a`, has exported a list. */
export const hasExported: RawBuilder<boolean> = sql<boolean>`exists (select from audit_event e
  where e.service_id = a.service_id and e.person_id = a.user_id and ${isExport})`

/** How many lists have been exported since a moment. */
export async function countExports(tx: Work, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_event e
    where e.service_id = current_service() and ${isExport} and e.at >= ${since}`.execute(tx)
  return rows[0]?.count ?? 0
}
