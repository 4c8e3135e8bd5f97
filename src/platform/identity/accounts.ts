import type { Role } from '../access/index.ts'
import type { Work } from '../database/index.ts'
import { newToken } from './tokens.ts'

/** Days for which an invitation, and hours for which a reset, can be used. */
const lives = { invitation: { hours: 24 * 7 }, reset: { hours: 2 } } as const

export type NewAccount = {
  serviceId: string
  email: string
  name: string
  roles: readonly Role[]
  passwordHash?: string
}

/**
 * Adds an account.
 * @returns its id, or undefined when the service has an account with this e-mail address already
 */
export async function addAccount(tx: Work, account: NewAccount): Promise<string | undefined> {
  const row = await tx
    .insertInto('person_account')
    .values({
      service_id: account.serviceId,
      email: account.email.trim().toLowerCase(),
      name: account.name.trim(),
      roles: [...account.roles],
      password_hash: account.passwordHash ?? null,
    })
    .onConflict(conflict => conflict.columns(['service_id', 'email']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id
}

/**
 * Makes a link with which a person sets a password; links made before for the same purpose stop working.
 * @returns the token for the address; only its hash is kept
 */
export async function makeAccountLink(
  tx: Work,
  account: { serviceId: string; userId: string },
  purpose: keyof typeof lives,
  now: Temporal.Instant,
): Promise<string> {
  await tx
    .updateTable('account_link')
    .set({ used_at: now })
    .where('service_id', '=', account.serviceId)
    .where('user_id', '=', account.userId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
  const { token, hash } = newToken()
  await tx
    .insertInto('account_link')
    .values({
      service_id: account.serviceId,
      user_id: account.userId,
      purpose,
      token_hash: hash,
      created_at: now,
      expires_at: now.add(lives[purpose]),
    })
    .execute()
  return token
}
