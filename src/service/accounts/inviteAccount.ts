import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/http/index.ts'
import {
  addAccount,
  findAccount,
  findServiceName,
  linkHours,
  makeAccountLink,
  type NewAccount,
  type Owner,
} from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { invitationWords } from './messages.ts'
import { setPasswordPath } from './paths.ts'
import { tellOfReach } from './tellOfReach.ts'

type Inviting = Pick<Platform, 'config' | 'now' | 'later'>

/**
 * Adds an account and sends its owner a link for choosing a password. The managers hear of it where its roles open the
 * records of children.
 * @param by the administrator who invites; absent: the program's operator, on the command line
 * @returns the account's id and the link (a whole address, good for a week); refused when the service has an account
 *   with this address already
 */
export async function inviteAccount(
  platform: Inviting,
  tx: Work,
  account: Omit<NewAccount, 'passwordHash'>,
  by?: string,
): Promise<Result<{ userId: string; link: string }, 'known-address'>> {
  const userId = await addAccount(tx, account)
  if (!userId) return refused('known-address')
  const owner = { serviceId: account.serviceId, userId }
  const { serviceId, name, roles } = account
  await tellOfReach(platform, tx, { serviceId, userId, name, before: [], now: roles, by })
  return ok({ userId, link: await sendInvitation(platform, tx, owner) })
}

/**
 * Sends an invitation, in place of any before.
 * @returns the link
 */
export async function sendInvitation(platform: Inviting, tx: Work, owner: Owner): Promise<string> {
  const account = await findAccount(tx, owner)
  if (!account) throw new Error('There is no such account to invite')
  const now = platform.now()
  const token = await makeAccountLink(tx, owner, 'invitation', now)
  const link = `${platform.config.publicUrl}${setPasswordPath.to({ token })}`
  const words = invitationWords({
    name: account.name,
    serviceName: await findServiceName(tx, owner.serviceId),
    link,
    until: now.add({ hours: linkHours.invitation }),
  })
  await queueMessage(platform, tx, { serviceId: owner.serviceId, to: account.email, ...words })
  return link
}
