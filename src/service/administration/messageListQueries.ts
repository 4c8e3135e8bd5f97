import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import type { MessageSummary } from '../../platform/mail/index.ts'

/** The messages of the service, without their texts. */
export const messageSource: ListSource<MessageSummary> = {
  columns: sql<MessageSummary>`m.message_id as id, m.to_address as "to", m.subject, m.created_at as "createdAt",
    m.sent_at as "sentAt", m.failure, m.about_child as "aboutChild"`,
  from: sql`message m`,
  where: sql<boolean>`m.service_id = current_service()`,
  id: sql<string>`m.message_id`,
  sorts: { written: sql`m.created_at` },
}

/** What the list of messages is narrowed to. */
export type MessageFilter = { state?: 'waiting' | 'failed' | 'sent' | undefined; days: Days }

/** The conditions that a filter comes to. */
export function messageConditions({ state, days }: MessageFilter): RawBuilder<boolean>[] {
  const since = days.from?.toZonedDateTime(ukZone).toInstant()
  const until = days.to?.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
  return [
    ...(state === 'sent' ? [sql<boolean>`m.sent_at is not null`] : []),
    ...(state === 'failed' ? [sql<boolean>`m.sent_at is null and m.failure is not null`] : []),
    ...(state === 'waiting' ? [sql<boolean>`m.sent_at is null and m.failure is null`] : []),
    ...(since === undefined ? [] : [sql<boolean>`m.created_at >= ${since}`]),
    ...(until === undefined ? [] : [sql<boolean>`m.created_at < ${until}`]),
  ]
}
