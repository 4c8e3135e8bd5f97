import { inTransaction, listServices } from '../database/index.ts'
import type { Platform } from '../http/index.ts'
import { listWaiting, markFailed } from './messageQueries.ts'
import { sendLater } from './queueMessage.ts'

/** A message that has waited longer may have been handed on meanwhile, and its link used. */
const freshFor = { hours: 1 }

/**
 * Sees to messages that were written while nothing could send them: on the command line, or before a mail server was
 * set. Those of the last hour are sent; older ones say why they were not,
 * for an administrator to hand on or send again. What tells of a child holds no link, and is sent whenever it can be.
 */
export async function resumeMessages(
  platform: Pick<Platform, 'db' | 'config' | 'now' | 'later'>,
): Promise<void> {
  if (!platform.config.smtpUrl) return
  const oldest = platform.now().subtract(freshFor)
  for (const serviceId of await listServices(platform.db)) {
    await inTransaction(platform.db, { serviceId, purpose: 'Saw to messages that waited' }, async tx => {
      for (const { id, createdAt, aboutChild } of await listWaiting(tx, serviceId)) {
        if (aboutChild || Temporal.Instant.compare(createdAt, oldest) >= 0)
          await sendLater(platform, tx, serviceId, id)
        else await markFailed(tx, serviceId, id, 'Nothing could send it when it was written')
      }
    })
  }
}
