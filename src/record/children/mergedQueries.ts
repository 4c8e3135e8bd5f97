import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/**
 * The record that holds everything of one that was merged away. Undefined: it was not, or nobody who asks may know of
 * either.
 */
export async function mergedInto(tx: Work, childId: string): Promise<string | undefined> {
  const id = parseId<'child'>(childId)
  if (!id) return undefined
  const { rows } = await sql<{ childId: string }>`
    select child_id as "childId" from record_merge
    where service_id = current_service() and gone_id = ${id} and unmerged_at is null`.execute(tx)
  return rows[0]?.childId
}

/** The references under which a record was known before it was merged into this one. */
export async function listOldReferences(tx: Work, childId: string): Promise<string[]> {
  const { rows } = await sql<{ reference: string }>`
    select gone_reference as reference from record_merge
    where service_id = current_service() and child_id = ${childId} and unmerged_at is null
    order by merged_at, merge_id`.execute(tx)
  return rows.map(({ reference }) => reference)
}
