import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/**
 * Whether the person of this transaction may know of a child, and whether they have a part in the case.
 * Undefined: no such child, in another service, restricted, or a conflict of interest: all look the same.
 */
export async function relationTo(
  tx: Work,
  childId: string,
  userId: string,
): Promise<{ related: boolean } | undefined> {
  const id = parseId<'child'>(childId)
  if (!id) return undefined
  const { rows } = await sql<{ related: boolean }>`
    select exists (
      select from case_worker w
      where w.service_id = c.service_id and w.child_id = c.child_id and w.user_id = ${userId} and w.until_at is null
    ) as related
    from child c where c.service_id = current_service() and c.child_id = ${id}`.execute(tx)
  return rows[0]
}
