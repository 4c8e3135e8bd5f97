import type { Work } from '../database/index.ts'
import type { Platform } from '../http/index.ts'
import { sendMessages } from './sendMessages.ts'

export type NewMessage = {
  serviceId: string
  to: string
  subject: string
  body: string
  /** It tells of a child: nobody reads its text in the outbox. */
  isAboutChild?: true
}

/**
 * Puts a message in the outbox, to be sent once this transaction has been kept; where no mail server is set it stays
 * there for an administrator to read.
 * @returns the message's id
 */
export async function queueMessage(
  platform: Pick<Platform, 'later' | 'now'>,
  tx: Work,
  message: NewMessage,
): Promise<string> {
  const row = await tx
    .insertInto('message')
    .values({
      service_id: message.serviceId,
      to_address: message.to,
      subject: message.subject,
      body: message.body,
      about_child: message.isAboutChild ?? false,
      created_at: platform.now(),
    })
    .returning('message_id')
    .executeTakeFirstOrThrow()
  await sendLater(platform, tx, message.serviceId, row.message_id)
  return row.message_id
}

/** Asks for a message of the outbox to be sent. */
export function sendLater(
  platform: Pick<Platform, 'later'>,
  tx: Work,
  serviceId: string,
  messageId: string,
): Promise<void> {
  return platform.later(tx, sendMessages.name, { serviceId, messageId })
}
