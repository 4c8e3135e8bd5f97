import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { isRole, reachOf } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** A time when somebody opened a restricted record with a reason. */
export type BrokenGlass = {
  accessId: string
  childId: string
  /** The child's name and reference where the reader may know them. */
  name: string | null
  reference: string | null
  userId: string
  person: string
  brokenAt: Temporal.Instant
  until: Temporal.Instant
  reason: string
  version: number
}

/** For how long a restricted record is open to somebody who broke the glass, as PostgreSQL writes it. */
const lasts = '4 hours'

/** Opens a restricted record to somebody for four hours from now. */
export async function breakGlass(
  tx: Work,
  it: { serviceId: string; childId: string; userId: string; reason: string },
): Promise<void> {
  await sql`
    insert into child_access (service_id, child_id, user_id, until, broke_glass, reason)
    values (${it.serviceId}, ${it.childId}, ${it.userId}, now() + ${lasts}::interval, true, ${it.reason})`.execute(
    tx,
  )
}

const broken = sql`
  select x.access_id as "accessId", x.child_id as "childId", c.reference,
    trim(c.given_name || ' ' || c.family_name) as name, x.user_id as "userId", p.name as person,
    x.granted_at as "brokenAt", x.until, x.reason, x.version
  from child_access x
  join person_account p on p.service_id = x.service_id and p.user_id = x.user_id
  left join child c on c.service_id = x.service_id and c.child_id = x.child_id
  where x.service_id = current_service() and x.broke_glass and x.reviewed_at is null and not exists (
    select from conflict_of_interest f
    where f.service_id = x.service_id and f.child_id = x.child_id and f.user_id = current_person())`

/** What nobody has reviewed yet, the oldest first; nothing about a child with whom the reader has a conflict of interest. */
export async function listBrokenGlass(tx: Work): Promise<BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`${broken} order by x.granted_at, x.access_id limit 200`.execute(tx)
  return rows
}

/** One that nobody has reviewed yet. */
export async function findBrokenGlass(tx: Work, accessId: string): Promise<BrokenGlass | undefined> {
  const id = parseId<'child-access'>(accessId)
  if (!id) return undefined
  const { rows } = await sql<BrokenGlass>`${broken} and x.access_id = ${id}`.execute(tx)
  return rows[0]
}

/** How many wait for a review by this person: their own are for somebody else. */
export async function countBrokenGlass(tx: Work): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from child_access x
    where x.service_id = current_service() and x.broke_glass and x.reviewed_at is null
      and x.user_id <> current_person() and not exists (
        select from conflict_of_interest f
        where f.service_id = x.service_id and f.child_id = x.child_id and f.user_id = current_person())`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** Writes a review down. @returns false when somebody else has in the meantime, or it was the reader's own */
export async function reviewGlass(
  tx: Work,
  which: Pick<BrokenGlass, 'accessId' | 'version'>,
  said: { by: string; at: Temporal.Instant; note: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('child_access')
    .set(eb => ({
      reviewed_by: said.by,
      reviewed_at: said.at,
      review_note: said.note,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('access_id', '=', which.accessId)
    .where('version', '=', which.version)
    .where('reviewed_at', 'is', null)
    .where('user_id', '<>', said.by)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Everybody who reviews openings and may know of this one: without whoever opens it, and without conflicts of interest. */
export async function listReviewers(tx: Work, childId: string): Promise<{ name: string; email: string }[]> {
  const { rows } = await sql<{ name: string; email: string; roles: string[] }>`
    select a.name, a.email, a.roles from person_account a
    where a.service_id = current_service() and a.disabled_at is null and a.user_id <> current_person()
      and not exists (select from conflict_of_interest c
        where c.service_id = a.service_id and c.child_id = ${childId} and c.user_id = a.user_id)
    order by a.name, a.user_id`.execute(tx)
  return rows.filter(({ roles }) => reachOf('glass.review', roles.filter(isRole)) !== undefined)
}
