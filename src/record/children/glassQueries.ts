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

/**
 * Opens a restricted record to the person of this transaction for four hours from now.
 * @returns false where it is not restricted from them, or they have a conflict of interest
 */
export async function breakGlass(tx: Work, childId: string, reason: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select break_glass(${childId}, ${reason}) as is`.execute(tx)
  return rows[0]?.is ?? false
}

const broken = sql`
  select x.access_id as "accessId", x.child_id as "childId", c.reference,
    trim(c.given_name || ' ' || c.family_name) as name, x.user_id as "userId", p.name as person,
    x.granted_at as "brokenAt", x.until, x.reason, x.version
  from glass_to_review() x
  join person_account p on p.service_id = current_service() and p.user_id = x.user_id
  left join child c on c.service_id = current_service() and c.child_id = x.child_id`

/** What a page shows at most. */
export const mostBrokenGlass = 200

/** What nobody has reviewed yet, the oldest first; nothing about a child with whom the reader has a conflict of interest. */
export async function listBrokenGlass(tx: Work): Promise<BrokenGlass[]> {
  const { rows } = await sql<BrokenGlass>`
    ${broken} order by x.granted_at, x.access_id limit ${mostBrokenGlass}`.execute(tx)
  return rows
}

/** One that nobody has reviewed yet. */
export async function findBrokenGlass(tx: Work, accessId: string): Promise<BrokenGlass | undefined> {
  const id = parseId<'child-access'>(accessId)
  if (!id) return undefined
  const { rows } = await sql<BrokenGlass>`${broken} where x.access_id = ${id}`.execute(tx)
  return rows[0]
}

/** How many wait for a review by this person: their own are for somebody else. */
export async function countBrokenGlass(tx: Work): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from glass_to_review() where user_id <> current_person()`.execute(tx)
  return rows[0]?.count ?? 0
}

/**
 * Writes the review by the person of this transaction down.
 * @returns false when somebody else has in the meantime, or it was the reader's own
 */
export async function reviewGlass(
  tx: Work,
  { accessId, version }: Pick<BrokenGlass, 'accessId' | 'version'>,
  said: { at: Temporal.Instant; note: string },
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select review_glass(${accessId}, ${version}, ${said.note}, ${said.at}) as is`.execute(tx)
  return rows[0]?.is ?? false
}

/** Everybody who reviews openings and may know of this record: without whoever asks, and without conflicts of interest. */
export async function listReviewers(tx: Work, childId: string): Promise<{ name: string; email: string }[]> {
  const { rows } = await sql<{ name: string; email: string; roles: string[] }>`
    select a.name, a.email, a.roles from person_account a
    where a.service_id = current_service() and a.disabled_at is null and a.user_id <> current_person()
      and not exists (select from conflict_of_interest c
        where c.service_id = a.service_id and c.child_id = ${childId} and c.user_id = a.user_id)
    order by a.name, a.user_id`.execute(tx)
  return rows.filter(({ roles }) => reachOf('glass.review', roles.filter(isRole)) !== undefined)
}
