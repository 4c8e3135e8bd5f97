import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { FileRow } from './readActionRows.ts'

/** A file of actions that was read, and kept or not yet. */
export type ActionImport = {
  importId: string
  name: string
  rows: FileRow[]
  keptAt: Temporal.Instant | null
}

export async function insertImport(
  tx: Work,
  it: { serviceId: string; name: string; rows: readonly FileRow[]; by: string; at: Temporal.Instant },
): Promise<string> {
  const row = await tx
    .insertInto('action_import')
    .values({
      service_id: it.serviceId,
      name: it.name,
      rows: JSON.stringify(it.rows),
      sent_by: it.by,
      sent_at: it.at,
    })
    .returning('import_id')
    .executeTakeFirstOrThrow()
  return row.import_id
}

export async function findImport(tx: Work, importId: string): Promise<ActionImport | undefined> {
  const id = parseId<'action-import'>(importId)
  if (!id) return undefined
  const { rows } = await sql<ActionImport>`
    select import_id as "importId", name, rows, kept_at as "keptAt" from action_import
    where service_id = current_service() and import_id = ${id}`.execute(tx)
  return rows[0]
}

export async function markKept(tx: Work, importId: string, at: Temporal.Instant): Promise<void> {
  await sql`update action_import set kept_at = coalesce(kept_at, ${at})
    where service_id = current_service() and import_id = ${importId}`.execute(tx)
}
