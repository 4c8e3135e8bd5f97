import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Scan } from '../../platform/files/index.ts'

/** A file about a child, without what it holds. */
export type Attachment = {
  fileId: string
  childId: string
  noteId: string | null
  name: string
  /** What it is, in the words of whoever added it. */
  description: string
  type: string
  bytes: number
  /** In hexadecimal figures. */
  sha256: string
  isSensitive: boolean
  scan: Scan['state']
  /** What was found, or why it was not scanned. */
  scanWords: string
  addedBy: string
  addedAt: Temporal.Instant
  removedBy: string | null
  removedAt: Temporal.Instant | null
  removedReason: string
  version: number
}

/** Whether files that stand with a note are read as well: whoever may not read notes does not see theirs. */
export type Reading = { withNotes: boolean }

/** The files about a child that the person may see, the latest first: those that are gone at the end. */
export async function listFiles(tx: Work, childId: string, { withNotes }: Reading): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`
    select a.attachment_id as "fileId", a.child_id as "childId", a.note_id as "noteId", a.name, a.description, a.type, a.bytes,
      a.sha256, coalesce(n.sensitivity, a.sensitivity) = 'sensitive' as "isSensitive", a.scan, a.scan_words as "scanWords",
      p.name as "addedBy", a.added_at as "addedAt", r.name as "removedBy", a.removed_at as "removedAt",
      a.removed_reason as "removedReason", a.version
    from attachment a join person_account p on p.service_id = a.service_id and p.user_id = a.added_by
    left join person_account r on r.service_id = a.service_id and r.user_id = a.removed_by
    left join note n on n.service_id = a.service_id and n.note_id = a.note_id
    where a.service_id = current_service() and a.child_id = ${childId} and (${withNotes} or a.note_id is null)
    order by a.removed_at is not null, a.added_at desc, a.attachment_id desc`.execute(tx)
  return rows
}

/** One file about a child. */
export async function findFile(
  tx: Work,
  childId: string,
  fileId: string,
  reading: Reading,
): Promise<Attachment | undefined> {
  const id = parseId<'attachment'>(fileId)
  return id && (await listFiles(tx, childId, reading)).find(file => file.fileId === id)
}

/** What a file holds; undefined where it was not kept or is gone. */
export async function readContent(tx: Work, fileId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from attachment_content where service_id = current_service() and attachment_id = ${fileId}`.execute(
    tx,
  )
  return rows[0]?.content
}

type NewFile = Pick<Attachment, 'childId' | 'noteId' | 'name' | 'description' | 'type' | 'sha256'> & {
  serviceId: string
  isSensitive: boolean
  scan: Scan['state']
  scanWords: string
  content: Buffer
  by: string
  at: Temporal.Instant
}

/** Keeps a file; of an infected one only that it came. @returns its id */
export async function insertFile(tx: Work, it: NewFile): Promise<string> {
  const { attachment_id } = await tx
    .insertInto('attachment')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      note_id: it.noteId,
      name: it.name,
      description: it.description,
      type: it.type,
      bytes: it.content.length,
      sha256: it.sha256,
      sensitivity: it.isSensitive ? 'sensitive' : 'ordinary',
      scan: it.scan,
      scan_words: it.scanWords,
      added_by: it.by,
      added_at: it.at,
    })
    .returning('attachment_id')
    .executeTakeFirstOrThrow()
  if (it.scan !== 'infected')
    await tx
      .insertInto('attachment_content')
      .values({ service_id: it.serviceId, attachment_id, child_id: it.childId, content: it.content })
      .execute()
  return attachment_id
}

/**
 * Says what the scanner has found since, of a file that was not scanned and is still there: whichever look comes first is
 * believed. What an infected file holds is deleted.
 */
export async function saveScan(
  tx: Work,
  { fileId }: Pick<Attachment, 'fileId'>,
  scan: Scan['state'],
  words: string,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update attachment set scan = ${scan}, scan_words = ${words}, version = version + 1
    where service_id = current_service() and attachment_id = ${fileId} and scan = 'not-scanned' and removed_at is null`.execute(
    tx,
  )
  if (numAffectedRows === 1n && scan === 'infected') await deleteContent(tx, fileId)
}

/** Removes a file: what it holds is deleted, the rest stays. @returns whether nobody else had removed it before */
export async function removeFile(
  tx: Work,
  { fileId }: Pick<Attachment, 'fileId'>,
  it: { by: string; at: Temporal.Instant; reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ scan: Scan['state'] }>`
    update attachment set removed_by = ${it.by}, removed_at = ${it.at}, removed_reason = ${it.reason}, version = version + 1
    where service_id = current_service() and attachment_id = ${fileId} and removed_at is null
    returning scan`.execute(tx)
  const [removed] = rows
  // Of an infected file nothing was kept.
  if (removed && removed.scan !== 'infected') await deleteContent(tx, fileId)
  return removed !== undefined
}

/** Deletes what a file holds. That it is gone is promised to whoever asked, so that nothing to delete is a fault. */
async function deleteContent(tx: Work, fileId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from attachment_content where service_id = current_service() and attachment_id = ${fileId}`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) throw new Error('What a file holds was not there to be deleted')
}

/** Whether a note about the child is there for the person: a file is added only to such a one. */
export async function isNoteThere(tx: Work, childId: string, noteId: string): Promise<boolean> {
  const id = parseId<'note'>(noteId)
  if (!id) return false
  const { rows } = await sql`
    select from note where service_id = current_service() and child_id = ${childId} and note_id = ${id}`.execute(
    tx,
  )
  return rows.length === 1
}

/** Writes to the audit that a file was given out, and which. */
export async function recordGivenOut(
  tx: Work,
  { fileId, childId, sha256 }: Pick<Attachment, 'fileId' | 'childId' | 'sha256'>,
  what: string,
): Promise<void> {
  const details = JSON.stringify({ attachment_id: fileId, sha256 })
  await sql`select record_event(${what}, ${childId}, ${details}::jsonb)`.execute(tx)
}
