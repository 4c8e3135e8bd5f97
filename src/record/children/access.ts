import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { seeing } from './whoCanOpenQueries.ts'

/**
 * Whether the person who asks has a part in a child's case: the database says so (own_children), once for the whole
 * question. `child` names the table that holds child_id.
 */
export function isRelated(child: string) {
  return sql<boolean>`(${sql.ref(`${child}.child_id`)} = any ((select own_children())::uuid[]))`
}

/**
 * Whether the person for whom the transaction is may know of a child, and whether they have a part in the case.
 * Undefined: no such child, in another service, restricted, or a conflict of interest: all look the same.
 */
export async function relationTo(tx: Work, childId: string): Promise<{ related: boolean } | undefined> {
  const id = parseId<'child'>(childId)
  if (!id) return undefined
  const { rows } = await sql<{ related: boolean }>`
    select ${isRelated('c')} as related
    from child c where c.service_id = current_service() and c.child_id = ${id}`.execute(tx)
  return rows[0]
}

/** Why somebody who was named to work with a child cannot: the record is not there to them. */
export type ShutOut = 'disabled' | 'role' | 'conflict' | 'not-named'

/**
 * Why a colleague cannot work with a child; null where nothing stands in the way. Broken glass lets in while it lasts.
 * `person` and `child` name the table that holds the account, and the one that holds service_id and child_id.
 */
export function whyShutOut(person: string, child: string) {
  const { disabled, roles, userId, serviceId, childId } = {
    disabled: sql.ref(`${person}.disabled_at`),
    roles: sql.ref(`${person}.roles`),
    userId: sql.ref(`${person}.user_id`),
    serviceId: sql.ref(`${child}.service_id`),
    childId: sql.ref(`${child}.child_id`),
  }
  return sql<ShutOut | null>`(case
    when ${disabled} is not null then 'disabled'
    when not ${roles} && ${seeing}::text[] then 'role'
    when exists (select from conflict_of_interest x
      where x.service_id = ${serviceId} and x.child_id = ${childId} and x.user_id = ${userId}) then 'conflict'
    when exists (select from child_restriction x where x.service_id = ${serviceId} and x.child_id = ${childId})
      and not exists (select from child_access x
        where x.service_id = ${serviceId} and x.child_id = ${childId} and x.user_id = ${userId}
          and (x.until is null or x.until > now())) then 'not-named'
  end)`
}
