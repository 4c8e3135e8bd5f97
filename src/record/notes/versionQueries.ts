import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { NoteDetails, Sensitivity } from './noteKinds.ts'

/** A version of a note: its number, and who made it when. The first was made when the note was written. */
export type VersionLine = { version: number; at: Temporal.Instant; by: string | null }

/** The changes of a note in the audit; they are hidden with the note. */
const changes = (childId: string, noteId: string) => sql`
  audit_event e where e.service_id = current_service() and e.child_id = ${childId} and e.table_name = 'note'
    and e.row_key ->> 'note_id' = ${noteId}`

/** The versions of a note, the newest first. */
export async function listVersions(tx: Work, childId: string, noteId: string): Promise<VersionLine[]> {
  const { rows } = await sql<VersionLine>`
    select coalesce((e.after ->> 'version')::integer, 1) as version, e.at, p.name as by
    from (select e.* from ${changes(childId, noteId)} and e.action in ('insert', 'update')) e
    left join person_account p on p.service_id = current_service() and p.user_id = e.person_id
    order by e.id desc`.execute(tx)
  return rows
}

/** What a note said in one of its versions. */
export type NoteVersion = {
  kind: string
  text: string
  sensitivity: Sensitivity
  hasThirdParty: boolean
  details: NoteDetails
  happenedAt: Temporal.Instant
  isDay: boolean
}

/**
 * A note as it stood in a version: each field as it was before the first change after that version that touched it, or as it
 * is where none did.
 */
export async function readVersion(
  tx: Work,
  childId: string,
  noteId: string,
  version: number,
): Promise<NoteVersion | undefined> {
  const was = (column: string): RawBuilder<unknown> => sql`
    (select e.before -> ${column} from ${changes(childId, noteId)} and e.action = 'update'
      and (e.after ->> 'version')::integer > ${version} and e.before ? ${column} order by e.id limit 1)`
  const { rows } = await sql<NoteVersion>`
    select coalesce(${was('kind')} #>> '{}', n.kind) as kind, coalesce(${was('text')} #>> '{}', n.text) as text,
      coalesce(${was('sensitivity')} #>> '{}', n.sensitivity) as sensitivity,
      coalesce((${was('has_third_party')})::boolean, n.has_third_party) as "hasThirdParty",
      coalesce(${was('details')}, n.details) as details,
      coalesce((${was('happened_at')} #>> '{}')::timestamptz, n.happened_at) as "happenedAt",
      coalesce((${was('is_day')})::boolean, n.is_day) as "isDay"
    from note n
    where n.service_id = current_service() and n.child_id = ${childId} and n.note_id = ${noteId}`.execute(tx)
  return rows[0]
}
