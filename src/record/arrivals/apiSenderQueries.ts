import { sql } from 'kysely'
import type { Caller } from '../../platform/api/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** What a system sent, field by field, as keyed prints. */
export type Prints = Readonly<Record<string, string>>

/** Notes that a partner's system brought a notification: that system, and no other, is told what became of it. */
export async function keepSender(
  tx: Work,
  { serviceId, systemId, keyId }: Caller,
  notificationId: string,
  { prints, now }: { prints: Prints; now: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('notification_sender')
    .values({
      service_id: serviceId,
      notification_id: notificationId,
      system_id: systemId,
      key_id: keyId,
      sent_at: now,
      prints: JSON.stringify(prints),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The partners' systems that sent a notification, by name; none where it was typed in or came in a file. */
export async function listSenders(tx: Work, notificationId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select p.name from notification_sender s
      join partner_system p on p.service_id = s.service_id and p.system_id = s.system_id
    where s.service_id = current_service() and s.notification_id = ${notificationId}
    order by s.sent_at`.execute(tx)
  return rows.map(({ name }) => name)
}

/** What has become of a notification, as far as row-level security shows it to its sender. */
export type SentNotification = {
  sentAt: Temporal.Instant
  /** Null while it waits, and also where it is, or may be, about a child hidden from the sender. */
  childId: string | null
  /** When it was told that a case is open. */
  toldAt: Temporal.Instant | null
  closedReason: string | null
  /** The reason for closing that it was last told. */
  toldClosed: string | null
  prints: Prints
}

/** A notification that a system has sent; undefined when it has sent none of this id. */
export async function findSent(
  tx: Work,
  { serviceId, systemId }: Caller,
  notificationId: string,
): Promise<SentNotification | undefined> {
  const { rows } = await sql<SentNotification>`
    select s.sent_at as "sentAt", n.child_id as "childId", s.told_at as "toldAt", n.closed_reason as "closedReason",
      s.told_closed as "toldClosed", s.prints
    from notification_sender s
      left join notification n on n.service_id = s.service_id and n.notification_id = s.notification_id
    where s.service_id = ${serviceId} and s.system_id = ${systemId} and s.notification_id = ${notificationId}`.execute(
    tx,
  )
  return rows[0]
}

/**
 * Writes to the audit, as a view of the child, that a sender was told that a case is open. Once: a program that asks
 * every hour is told nothing new, and a child's history is for people to read.
 */
export async function recordTold(
  tx: Work,
  { serviceId, systemId }: Caller,
  { notificationId, childId }: { notificationId: string; childId: string },
  now: Temporal.Instant,
): Promise<void> {
  const first = await tx
    .updateTable('notification_sender')
    .set({ told_at: now })
    .where('service_id', '=', serviceId)
    .where('notification_id', '=', notificationId)
    .where('system_id', '=', systemId)
    .where('told_at', 'is', null)
    .returning('system_id')
    .execute()
  if (first.length > 0) await sql`select record_view(${childId}, null)`.execute(tx)
}

/** Keeps the reason for closing that a sender is told: it goes on being told that, whatever is hidden from it later. */
export async function recordToldClosed(
  tx: Work,
  { serviceId, systemId }: Caller,
  notificationId: string,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('notification_sender')
    .set({ told_closed: reason })
    .where('service_id', '=', serviceId)
    .where('notification_id', '=', notificationId)
    .where('system_id', '=', systemId)
    .execute()
}
