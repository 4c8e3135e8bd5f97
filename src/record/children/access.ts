import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { seeing } from './whoCanOpenQueries.ts'

/**
 * Whether somebody has a part in a child's case: as a worker of it now, by covering today for one who is on leave, or
 * because a restricted record was opened to them by name or by breaking the glass. Cover opens nothing that is hidden: a
 * restricted record for which they are not named, or a conflict of interest. `child` names the table that holds
 * service_id and child_id.
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
      select from worker_leave l join case_worker w on w.service_id = l.service_id and w.user_id = l.user_id
      where l.service_id = ${service_id} and l.covered_by = ${userId} and current_day() between l.from_on and l.until_on
        and w.child_id = ${child_id} and w.until_at is null
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
