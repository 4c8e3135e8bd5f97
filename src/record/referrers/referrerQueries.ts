import { sql } from 'kysely'
import type { Telling } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Referral, ReferralOfCase } from './referral.ts'

/** What arrived and opened a case, and what was added to it since, in order; none for a case that was opened otherwise. */
export async function listReferrals(tx: Work, involvementId: string): Promise<ReferralOfCase[]> {
  const { rows } = await sql<ReferralOfCase>`
    select n.notification_id as "notificationId", form, route_in as "routeIn", reference, received_at as "receivedAt",
      given_name as "givenName", family_name as "familyName", details, child_id as "childId",
      involvement_id as "involvementId", has_joined as "hasJoined",
      coalesce((select string_agg(p.name, ', ' order by s.sent_at) from notification_sender s
        join partner_system p on p.service_id = s.service_id and p.system_id = s.system_id
        where s.service_id = n.service_id and s.notification_id = n.notification_id), '') as systems
    from notification n
    where n.service_id = current_service() and n.involvement_id = ${involvementId}
    order by n.has_joined, n.received_at, n.notification_id`.execute(tx)
  return rows
}

/** Something that a referrer was told. */
export type Told = {
  toldId: string
  notificationId: string
  telling: Telling
  toldAt: Temporal.Instant
  to: string
  /** When the message left; null while it waits. */
  sentAt: Temporal.Instant | null
  hasFailed: boolean
}

/** What the referrer of a case was told, in order. */
export async function listTold(tx: Work, involvementId: string): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select t.told_id as "toldId", t.notification_id as "notificationId", t.telling, t.told_at as "toldAt", t.to_address as to, m.sent_at as "sentAt",
      m.failure is not null and m.sent_at is null as "hasFailed"
    from referrer_told t join message m on m.service_id = t.service_id and m.message_id = t.message_id
    where t.service_id = current_service() and t.involvement_id = ${involvementId}
    order by t.told_at, t.told_id`.execute(tx)
  return rows
}

/** Whether whoever sent something was told anything of it by e-mail. */
export async function wasTold(tx: Work, notificationId: string): Promise<boolean> {
  return (await lastTelling(tx, notificationId)) !== undefined
}

/** When whoever sent something was told by e-mail that no case is opened; undefined where nobody told them. */
export async function whenToldOfClosing(
  tx: Work,
  notificationId: string,
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ toldAt: Temporal.Instant }>`
    select told_at as "toldAt" from referrer_told
    where service_id = current_service() and notification_id = ${notificationId} and involvement_id is null`.execute(
    tx,
  )
  return rows[0]?.toldAt
}

/** The last thing that was told of what arrived. */
export async function lastTelling(tx: Work, notificationId: string): Promise<Telling | undefined> {
  const { rows } = await sql<{ telling: Telling }>`
    select telling from referrer_told
    where service_id = current_service() and notification_id = ${notificationId}
    order by told_at desc, told_id desc limit 1`.execute(tx)
  return rows[0]?.telling
}

/** Only named people may know of the child: nothing is told outside by itself. */
export async function isRestricted(tx: Work, childId: string): Promise<boolean> {
  const { rows } = await sql`
    select from child_restriction where service_id = current_service() and child_id = ${childId}`.execute(tx)
  return rows.length > 0
}

export type NewTold = {
  serviceId: string
  referral: Referral
  telling: Telling
  /** The step of which it tells; undefined for a closing without a case. */
  milestoneId: string | undefined
  to: string
  messageId: string
  by: string
  at: Temporal.Instant
}

export async function insertTold(tx: Work, it: NewTold): Promise<void> {
  await tx
    .insertInto('referrer_told')
    .values({
      service_id: it.serviceId,
      notification_id: it.referral.notificationId,
      child_id: it.referral.childId,
      involvement_id: it.referral.involvementId,
      milestone_id: it.milestoneId ?? null,
      telling: it.telling,
      to_address: it.to,
      message_id: it.messageId,
      told_by: it.by,
      told_at: it.at,
    })
    .execute()
}
