import type { Path, Request } from '../../platform/http/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { glassReviewsPath, leftToNobodyPath } from './paths.ts'

/** What managers are told about restricted records. */
type What = 'opened' | 'left to nobody'

const words: Record<What, { subject: string; says: string; list: Path }> = {
  opened: {
    subject: 'A restricted record was opened in an emergency',
    says: 'a restricted record has been opened in an emergency, with a reason. Whose record it is, who opened it and why stands in the list of openings, which waits for a manager to review it:',
    list: glassReviewsPath,
  },
  'left to nobody': {
    subject: 'A restricted record waits for somebody who can open it',
    says: 'the last person who could open a restricted record has declared a conflict of interest. Nobody works with the child until a manager has named somebody. This is settled here:',
    list: leftToNobodyPath,
  },
}

/**
 * Tells managers something about a restricted record: one message each, once this has been kept. It names neither the
 * child nor who did it, nor why, since e-mail is read by others too.
 * @param managers who may know of the record, without whoever did it
 */
export async function tellManagers(
  { platform, tx, who }: Request,
  managers: readonly { name: string; email: string }[],
  what: What,
): Promise<void> {
  const { subject, says, list } = words[what]
  const link = new URL(list.to(), platform.config.publicUrl)
  for (const { name, email } of managers) {
    await queueMessage(platform, tx, {
      serviceId: who.serviceId,
      to: email,
      subject,
      body: `Dear ${name},\n\n${says}\n\n${link}\n`,
    })
  }
}
