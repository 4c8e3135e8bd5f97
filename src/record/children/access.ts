import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/**
 * Whether somebody has a part in a child's case: as a worker of it now, or because a restricted record was opened to
 * them by name or by breaking the glass. `child` names the table that holds service_id and child_id.
 */
export function isRelated(child: string, userId = sql`current_person()`) {
  const { service_id, child_id } = {
    service_id: sql.ref(`${child}.service_id`),
    child_id: sql.ref(`${child}.child_id`),
  }
  return sql<boolean>`(exists (
      select from case_worker w
      where w.service_id = ${service_id} and w.child_id = ${child_id} and w.user_id = ${userId} and w.until_at is null
    ) or exists (
      select from child_access x
      where x.service_id = ${service_id} and x.child_id = ${child_id} and x.user_id = ${userId}
        and (x.until is null or x.until > now())
    ))`
}

/**
 * Whether a person may know of a child, and whether they have a part in the case.
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
    select ${isRelated('c', sql`${userId}::uuid`)} as related
    from child c where c.service_id = current_service() and c.child_id = ${id}`.execute(tx)
  return rows[0]
}
