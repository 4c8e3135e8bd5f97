import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** Whether a case is there, with this child, for whoever asks. */
export async function isCaseOf(tx: Work, childId: string, involvementId: string): Promise<boolean> {
  const { rows } = await sql`select from involvement
    where service_id = current_service() and child_id = ${childId} and involvement_id = ${involvementId}`.execute(
    tx,
  )
  return rows.length > 0
}
