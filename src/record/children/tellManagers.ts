import type { Request } from '../../platform/http/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { listReviewers } from './glassQueries.ts'
import { glassReviewsPath } from './paths.ts'

/**
 * Tells the managers that a restricted record was opened in an emergency: one message each, once this has been kept.
 * It names neither the child nor whoever opened it, nor the reason, since e-mail is read by others too. Whoever opened
 * it is not told, nor a manager with a conflict of interest, who must not know of the record.
 */
export async function tellManagers({ platform, tx, who }: Request, childId: string): Promise<void> {
  const list = new URL(glassReviewsPath.to(), platform.config.publicUrl)
  for (const { name, email } of await listReviewers(tx, childId)) {
    await queueMessage(platform, tx, {
      serviceId: who.serviceId,
      to: email,
      subject: 'A restricted record was opened in an emergency',
      body: `Dear ${name},\n\na restricted record has been opened in an emergency, with a reason. Whose record it is, who opened it and why stands in the list of openings, which waits for a manager to review it:\n\n${list}\n`,
    })
  }
}
