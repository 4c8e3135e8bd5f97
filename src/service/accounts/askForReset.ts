import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { inTransaction } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/http/index.ts'
import {
  countLinksSince,
  findServiceName,
  linkHours,
  makeAccountLink,
  type Owner,
} from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { resetWords } from './messages.ts'
import { setPasswordPath } from './paths.ts'

/** Nobody's inbox is filled by somebody who keeps asking. */
const mostAnHour = 3

/** Longer than the work takes, in milliseconds, so that the time of the answer does not tell known addresses apart. */
const answerAfter = 400

/**
 * Sends a link for a new password to whoever has an account with this address, in any service, and does nothing
 * otherwise. The caller learns nothing either way, not even by the time that it takes.
 */
export async function askForReset(
  platform: Pick<Platform, 'config' | 'db' | 'now' | 'later'>,
  email: string,
  request: string,
): Promise<void> {
  await Promise.all([pause(answerAfter), sendResets(platform, email, request)])
}

async function sendResets(
  platform: Pick<Platform, 'config' | 'db' | 'now' | 'later'>,
  email: string,
  request: string,
): Promise<void> {
  const { rows } = await sql<Found>`select * from find_accounts(${email})`.execute(platform.db)
  for (const found of rows) await sendReset(platform, found, request)
}

type Found = { service_id: string; user_id: string; email: string; name: string }

async function sendReset(
  platform: Pick<Platform, 'config' | 'db' | 'now' | 'later'>,
  found: Found,
  request: string,
): Promise<void> {
  const owner: Owner = { serviceId: found.service_id, userId: found.user_id }
  const now = platform.now()
  const context = { ...owner, request, purpose: 'Asked for a new password' }
  await inTransaction(platform.db, context, async tx => {
    const before = await countLinksSince(tx, owner, 'reset', now.subtract({ hours: 1 }))
    if (before >= mostAnHour) return
    const token = await makeAccountLink(tx, owner, 'reset', now)
    const words = resetWords({
      name: found.name,
      serviceName: await findServiceName(tx, owner.serviceId),
      link: `${platform.config.publicUrl}${setPasswordPath.to({ token })}`,
      until: now.add({ hours: linkHours.reset }),
    })
    await queueMessage(platform, tx, { serviceId: owner.serviceId, to: found.email, ...words })
  })
}
