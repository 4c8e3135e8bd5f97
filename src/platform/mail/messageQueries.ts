import { sql } from 'kysely'
import type { Work } from '../database/index.ts'

export type MessageSummary = {
  id: string
  to: string
  subject: string
  createdAt: Temporal.Instant
  sentAt: Temporal.Instant | null
  failure: string | null
  /** It tells of a child: its text is for whoever works in the case, and never read here. */
  aboutChild: boolean
}
export type Message = MessageSummary & {
  /** Empty once the message was sent or its links are out of date. */
  body: string
}

const summary = [
  'message_id as id',
  'to_address as to',
  'subject',
  'created_at as createdAt',
  'sent_at as sentAt',
  'failure',
  'about_child as aboutChild',
] as const

/** How many messages a service has, and how many of them have not been sent. */
export async function countMessages(tx: Work, serviceId: string): Promise<{ all: number; unsent: number }> {
  const { rows } = await sql<{ all: number; unsent: number }>`
    select count(*) as all, count(*) filter (where sent_at is null) as unsent from message
    where service_id = ${serviceId}`.execute(tx)
  return rows[0] ?? { all: 0, unsent: 0 }
}

/** One message with its text. */
export function findMessage(tx: Work, serviceId: string, id: string): Promise<Message | undefined> {
  return tx
    .selectFrom('message')
    .select([...summary, 'body'])
    .where('service_id', '=', serviceId)
    .where(sql<string>`message_id::text`, '=', id)
    .executeTakeFirst()
}

/** Writes down that somebody read a message's text: its link opens another person's account. */
export async function recordReading(tx: Work, id: string): Promise<void> {
  const details = JSON.stringify({ message: id })
  await sql`select record_event('Read a message in the outbox', null, ${details}::jsonb)`.execute(tx)
}

/** Notes that a message is on its way, and empties its text: it can hold a link that opens an account. */
export async function markSent(
  tx: Work,
  serviceId: string,
  id: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('message')
    .set({ sent_at: now, body: '', failure: null })
    .where('service_id', '=', serviceId)
    .where('message_id', '=', id)
    .execute()
}

/** Notes why a message could not be sent, in words of ours. */
export async function markFailed(tx: Work, serviceId: string, id: string, failure: string): Promise<void> {
  await tx
    .updateTable('message')
    .set({ failure })
    .where('service_id', '=', serviceId)
    .where('message_id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

/** Empties the texts of messages from before a moment; those about children hold no link, and wait until they are sent. */
export async function emptyOldMessages(tx: Work, serviceId: string, before: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('message')
    .set({ body: '' })
    .where('service_id', '=', serviceId)
    .where('created_at', '<', before)
    .where('body', '<>', '')
    .where('about_child', '=', false)
    .execute()
}

/** Messages that have not been sent and of which nobody has said why, the oldest first. */
export async function listWaiting(
  tx: Work,
  serviceId: string,
): Promise<{ id: string; createdAt: Temporal.Instant; aboutChild: boolean }[]> {
  return tx
    .selectFrom('message')
    .select(['message_id as id', 'created_at as createdAt', 'about_child as aboutChild'])
    .where('service_id', '=', serviceId)
    .where('sent_at', 'is', null)
    .where('failure', 'is', null)
    .where('body', '<>', '')
    .orderBy('created_at')
    .execute()
}
