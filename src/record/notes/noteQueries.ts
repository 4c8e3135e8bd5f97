import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { NoteDetails, Sensitivity } from './noteKinds.ts'

/** A note, whole. */
export type Note = {
  noteId: string
  childId: string
  involvementId: string | null
  kind: string
  text: string
  sensitivity: Sensitivity
  /** Holds information about or from somebody else, not to be given to the child. */
  hasThirdParty: boolean
  details: NoteDetails
  happenedAt: Temporal.Instant
  /** Nobody said at what time: the day alone is known. */
  isDay: boolean
  writtenAt: Temporal.Instant
  writtenBy: string
  writtenById: string
  version: number
}

/** A note as a list shows it: the beginning of the text, and how long the whole is. */
export type NoteInList = Omit<Note, 'text' | 'involvementId' | 'details' | 'writtenById'> & {
  beginning: string
  length: number
}

export const notesOnPage = 25
const beginningLength = 600

/**
 * The notes about a child, the newest happening first; one more than a page holds.
 * @param after the id of the last note on the page before
 */
export async function listNotes(tx: Work, childId: string, after: string | null): Promise<NoteInList[]> {
  const cursor = after === null ? undefined : parseId<'note'>(after)
  const older = cursor
    ? sql`and (n.happened_at, n.note_id) < (
        select l.happened_at, l.note_id from note l where l.service_id = current_service() and l.note_id = ${cursor})`
    : sql``
  const { rows } = await sql<NoteInList>`
    select n.note_id as "noteId", n.child_id as "childId", n.kind, left(n.text, ${beginningLength}) as beginning,
      length(n.text) as length, n.sensitivity, n.has_third_party as "hasThirdParty", n.happened_at as "happenedAt", n.is_day as "isDay", n.written_at as "writtenAt", p.name as "writtenBy", n.version
    from note n join person_account p on p.service_id = n.service_id and p.user_id = n.written_by
    where n.service_id = current_service() and n.child_id = ${childId} ${older}
    order by n.happened_at desc, n.note_id desc limit ${notesOnPage + 1}`.execute(tx)
  return rows
}

/** One note about a child; undefined when there is none, or it may not be known of. */
export async function findNote(tx: Work, childId: string, noteId: string): Promise<Note | undefined> {
  const id = parseId<'note'>(noteId)
  if (!id) return undefined
  const { rows } = await sql<Note>`
    select n.note_id as "noteId", n.child_id as "childId", n.involvement_id as "involvementId", n.kind, n.text,
      n.sensitivity, n.has_third_party as "hasThirdParty", n.details, n.written_by as "writtenById", n.happened_at as "happenedAt", n.is_day as "isDay", n.written_at as "writtenAt", p.name as "writtenBy", n.version
    from note n join person_account p on p.service_id = n.service_id and p.user_id = n.written_by
    where n.service_id = current_service() and n.child_id = ${childId} and n.note_id = ${id}`.execute(tx)
  return rows[0]
}

type Written = {
  involvementId: string | null
  kind: string
  text: string
  happenedAt: Temporal.Instant
  /** Nobody said at what time. */
  isDay?: boolean
  /** Ordinary and without third parties, unless said. */
  sensitivity?: Sensitivity
  hasThirdParty?: boolean
  details?: NoteDetails
}

const columnsOf = (it: Written) => ({
  involvement_id: it.involvementId,
  kind: it.kind,
  text: it.text,
  happened_at: it.happenedAt,
  is_day: it.isDay ?? false,
  sensitivity: it.sensitivity ?? 'ordinary',
  has_third_party: it.hasThirdParty ?? false,
  details: JSON.stringify(it.details ?? {}),
})

/** Writes a note. @returns its id */
export async function insertNote(
  tx: Work,
  it: Written & { serviceId: string; childId: string; by: string; at: Temporal.Instant },
): Promise<string> {
  const row = await tx
    .insertInto('note')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      ...columnsOf(it),
      written_by: it.by,
      written_at: it.at,
    })
    .returning('note_id')
    .executeTakeFirstOrThrow()
  return row.note_id
}

/**
 * Puts a new text in place of the one that was read, unless somebody else has changed it since.
 * @returns whether it was changed
 */
export async function changeNote(
  tx: Work,
  which: Pick<Note, 'noteId' | 'version'>,
  to: Written,
): Promise<boolean> {
  const result = await tx
    .updateTable('note')
    .set(eb => ({ ...columnsOf(to), version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('note_id', '=', which.noteId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
