import { sql } from 'kysely'
import { rolesWith } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** Roles in which a record can be opened at all, once somebody is named in it or has a part in the case. */
export const seeing = rolesWith('child.see')

/**
 * Lets one person after the other change who can open restricted records of the service, until the transaction ends.
 * One lock for all of them: an account that is disabled may be the last of several records, and whoever restricts one
 * in the same moment has no row yet that could be waited for. Taken before a child is held, never after.
 */
export async function holdRestrictions(tx: Work): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('restrictions ' || current_service()::text, 0))`.execute(tx)
}

/**
 * Holds a child until the transaction ends, so that nobody is named to work with the child while it is being said that
 * they must not. Taken after the restrictions and before a case is held. Whoever comes second waits here, and must look again afterwards. Nothing that is written about the
 * child otherwise has to wait.
 */
export async function holdChild(tx: Work, childId: string): Promise<void> {
  await sql`
    select from child where service_id = current_service() and child_id = ${childId} for no key update`.execute(
    tx,
  )
}

/**
 * Whether somebody is the only one who can still open a restricted record: this one, or any. Hold the restrictions
 * first. Asked wherever somebody would stop being able to: an access that ends, a conflict of interest, an account that
 * is disabled, roles that are taken away.
 */
export async function isLastToOpen(tx: Work, userId: string, childId?: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select is_last_to_open(${userId}, ${seeing}::text[], ${childId ?? null}) as is`.execute(tx)
  return rows[0]?.is ?? false
}

/** A restricted record that nobody can open any more. Whose it is, nobody can be told before it is opened. */
export type LeftToNobody = { childId: string; restrictedAt: Temporal.Instant }

/** Restricted records that nobody can open, the oldest first, without conflicts of interest of whoever asks. */
export async function listLeftToNobody(tx: Work): Promise<LeftToNobody[]> {
  const { rows } = await sql<LeftToNobody>`
    select child_id as "childId", restricted_at as "restrictedAt" from left_to_nobody(${seeing}::text[])
    order by restricted_at, child_id`.execute(tx)
  return rows
}

/** An arrival that may be about a restricted child: only those named for that record see it. */
export type ForNamed = { notificationId: string; receivedAt: Temporal.Instant; named: string[] }

/** What has arrived and waits for the people named for a restricted record, the oldest first. */
export async function listArrivalsForNamed(tx: Work): Promise<ForNamed[]> {
  const { rows } = await sql<ForNamed>`
    select notification_id as "notificationId", received_at as "receivedAt", named
    from arrivals_for_named(${seeing}::text[]) order by received_at, notification_id`.execute(tx)
  return rows
}
