import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Notification } from './notificationQueries.ts'

/** Who closed something without a case; undefined where it is not closed, or nobody knows. */
export async function findCloser(tx: Work, notificationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select p.name from notification n
      join person_account p on p.service_id = n.service_id and p.user_id = n.closed_by
    where n.service_id = current_service() and n.notification_id = ${notificationId}`.execute(tx)
  return rows[0]?.name
}

/** That something was closed without a case, and opened again. Where nobody knows who closed it, null. */
export type Reopening = {
  closedAt: Temporal.Instant
  closedReason: string
  closedBy: string | null
  reopenedAt: Temporal.Instant
  reopenedBy: string
  reason: string
}

/** How often something was closed and opened again, the latest first. */
export async function listReopenings(tx: Work, notificationId: string): Promise<Reopening[]> {
  const { rows } = await sql<Reopening>`
    select r.closed_at as "closedAt", r.closed_reason as "closedReason", c.name as "closedBy",
      r.reopened_at as "reopenedAt", o.name as "reopenedBy", r.reason
    from arrival_reopening r
      join person_account o on o.service_id = r.service_id and o.user_id = r.reopened_by
      left join person_account c on c.service_id = r.service_id and c.user_id = r.closed_by
    where r.service_id = current_service() and r.notification_id = ${notificationId}
    order by r.reopened_at desc, r.reopening_id desc`.execute(tx)
  return rows
}

/**
 * Lets something that was closed without a case wait again, and keeps that it had been closed.
 * @returns false when it was changed since it was read
 */
export async function openAgain(
  tx: Work,
  { notificationId, version }: Pick<Notification, 'notificationId' | 'version'>,
  { by, at, reason }: { by: string; at: Temporal.Instant; reason: string },
): Promise<boolean> {
  await sql`
    insert into arrival_reopening (service_id, notification_id, reopened_at, reopened_by, reason, closed_at, closed_reason, closed_by)
    select service_id, notification_id, ${at}, ${by}, ${reason}, closed_at, closed_reason, closed_by from notification
    where service_id = current_service() and notification_id = ${notificationId} and version = ${version} and closed_at is not null`.execute(
    tx,
  )
  const { numUpdatedRows } = await tx
    .updateTable('notification')
    .set(eb => ({ closed_at: null, closed_reason: null, closed_by: null, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('notification_id', '=', notificationId)
    .where('version', '=', version)
    .where('closed_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
