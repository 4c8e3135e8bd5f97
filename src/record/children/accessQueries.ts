import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { isRole, may, type Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** Who may open a restricted record, who must not open this one, and why. */
export type Access = {
  restriction: { reason: string; by: string; at: string } | null
  named: { accessId: string; userId: string; name: string; since: string; until: string | null }[]
  conflicts: { userId: string; name: string; relation: string; since: string }[]
}

/** How the access to a child's record is set, in one statement. Glass that was broken shows while it lasts. */
export async function readAccess(tx: Work, childId: string): Promise<Access> {
  const { rows } = await sql<Access>`
    select
      (select json_build_object('reason', r.reason, 'by', p.name, 'at', r.restricted_at)
        from child_restriction r join person_account p on p.service_id = r.service_id and p.user_id = r.restricted_by
        where r.service_id = current_service() and r.child_id = ${childId}) as restriction,
      coalesce((select json_agg(json_build_object('accessId', x.access_id, 'userId', x.user_id, 'name', p.name,
          'since', x.granted_at, 'until', x.until) order by p.name)
        from child_access x join person_account p on p.service_id = x.service_id and p.user_id = x.user_id
        where x.service_id = current_service() and x.child_id = ${childId}
          and (x.until is null or x.until > now())), '[]') as named,
      coalesce((select json_agg(json_build_object('userId', c.user_id, 'name', p.name, 'relation', c.relation,
          'since', c.declared_at) order by p.name)
        from conflict_of_interest c join person_account p on p.service_id = c.service_id and p.user_id = c.user_id
        where c.service_id = current_service() and c.child_id = ${childId}), '[]') as conflicts`.execute(tx)
  return rows[0] ?? { restriction: null, named: [], conflicts: [] }
}

/** Whether somebody with these roles can open a record at all, once they are named or have a part in the case. */
export function seesChildren(roles: readonly Role[]): boolean {
  return may('child.see', roles, true)
}

/** Somebody who works here, with what stands between them and a child's record. */
export type Colleague = { userId: string; name: string; roles: Role[]; isWorker: boolean; isNamed: boolean }

/** Everybody who can sign in and has no conflict of interest with the child, by name. */
export async function listStaff(tx: Work, childId: string): Promise<Colleague[]> {
  const { rows } = await sql<Omit<Colleague, 'roles'> & { roles: string[] }>`
    select a.user_id as "userId", a.name, a.roles,
      exists (select from case_worker w where w.service_id = a.service_id and w.child_id = ${childId}
        and w.user_id = a.user_id and w.until_at is null) as "isWorker",
      exists (select from child_access x where x.service_id = a.service_id and x.child_id = ${childId}
        and x.user_id = a.user_id and x.until is null) as "isNamed"
    from person_account a
    where a.service_id = current_service() and a.disabled_at is null and not exists (
      select from conflict_of_interest c
      where c.service_id = a.service_id and c.child_id = ${childId} and c.user_id = a.user_id)
    order by a.name, a.user_id`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}

/** Somebody who works here. */
export type StaffMember = Pick<Colleague, 'userId' | 'name' | 'roles'>

/** Everybody who can sign in, by name: for what is about no one child. */
export async function listEverybody(tx: Work): Promise<StaffMember[]> {
  const { rows } = await sql<{ userId: string; name: string; roles: string[] }>`
    select a.user_id as "userId", a.name, a.roles from person_account a
    where a.service_id = current_service() and a.disabled_at is null order by a.name, a.user_id`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}

type Which = { serviceId: string; childId: string }

/** Restricts a record that is not restricted: hold the restrictions, and look first. */
export async function insertRestriction(
  tx: Work,
  { serviceId, childId }: Which,
  said: { reason: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('child_restriction')
    .values({
      service_id: serviceId,
      child_id: childId,
      reason: said.reason,
      restricted_by: said.by,
      restricted_at: said.at,
    })
    .execute()
}

/** Lifts the restriction and forgets who was named; glass that was broken stays to be reviewed. */
export async function deleteRestriction(tx: Work, childId: string): Promise<void> {
  await sql`delete from child_restriction where service_id = current_service() and child_id = ${childId}`.execute(
    tx,
  )
  await sql`
    delete from child_access
    where service_id = current_service() and child_id = ${childId} and not broke_glass`.execute(tx)
}

/** Names somebody who may open a restricted record; nothing is added for somebody who is named already. */
export async function insertAccess(tx: Work, { serviceId, childId }: Which, userId: string): Promise<void> {
  await sql`
    insert into child_access (service_id, child_id, user_id)
    select ${serviceId}, ${childId}, ${userId} where not exists (
      select from child_access x where x.service_id = ${serviceId} and x.child_id = ${childId}
        and x.user_id = ${userId} and x.until is null)`.execute(tx)
}

/** Takes the access of somebody who was named away. */
export async function deleteAccess(tx: Work, childId: string, accessId: string): Promise<void> {
  await sql`
    delete from child_access
    where service_id = current_service() and child_id = ${childId} and access_id = ${accessId} and not broke_glass`.execute(
    tx,
  )
}

/** Declares that somebody must not open a record. */
export async function insertConflict(
  tx: Work,
  { serviceId, childId }: Which,
  said: { userId: string; relation: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('conflict_of_interest')
    .values({
      service_id: serviceId,
      child_id: childId,
      user_id: said.userId,
      relation: said.relation,
      declared_at: said.at,
    })
    .onConflict(conflict => conflict.constraint('conflict_of_interest_pk').doNothing())
    .execute()
}

export async function deleteConflict(tx: Work, childId: string, userId: string): Promise<void> {
  await sql`
    delete from conflict_of_interest
    where service_id = current_service() and child_id = ${childId} and user_id = ${userId}`.execute(tx)
}

/** How a child's record stands to the person who asks. */
export type Standing = 'none' | 'conflict' | 'restricted' | 'open'

/** Whether a record is open to the person of this transaction; 'none' also for what is no id at all. */
export async function standingTo(tx: Work, childId: string): Promise<Standing> {
  const id = parseId<'child'>(childId)
  if (!id) return 'none'
  const { rows } = await sql<{ standing: Standing }>`select child_standing(${id}) as standing`.execute(tx)
  return rows[0]?.standing ?? 'none'
}

/** Whether the person of this transaction has a part in a case of the child, also where the record is restricted. */
export async function hasPartIn(tx: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select has_part_in(${childId}) as has`.execute(tx)
  return rows[0]?.has ?? false
}

/**
 * Ends the parts that somebody has in the cases of a child: every part, or only that of the holder. Open cases that
 * they held are held by nobody, and wait for a senior to name another worker.
 */
export async function leaveCases(
  tx: Work,
  childId: string,
  userId: string,
  at: Temporal.Instant,
  which: 'every part' | 'as holder',
): Promise<void> {
  const parts = which === 'as holder' ? sql`and part = 'holder'` : sql``
  await sql`
    update case_worker set until_at = greatest(from_at, ${at}::timestamptz)
    where service_id = current_service() and child_id = ${childId} and user_id = ${userId} and until_at is null ${parts}`.execute(
    tx,
  )
  await sql`
    update involvement set holder_id = null, version = version + 1
    where service_id = current_service() and child_id = ${childId} and holder_id = ${userId} and ended_at is null`.execute(
    tx,
  )
}
