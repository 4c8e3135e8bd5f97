import { type Kysely, sql } from 'kysely'
import { type DB, inTransaction, type Work } from '../database/index.ts'
import { setPasswordHash } from './accountQueries.ts'
import { endSessions } from './sessions.ts'
import { hashToken, newToken } from './tokens.ts'
import type { Owner } from './tries.ts'

/** How long an invitation or a reset can be used, in hours. */
export const linkHours = { invitation: 24 * 7, reset: 2 } as const

export type LinkPurpose = keyof typeof linkHours

/**
 * Makes a link with which a person sets a password; links made before for the same purpose stop working.
 * @returns the token for the address; only its hash is kept
 */
export async function makeAccountLink(
  tx: Work,
  account: Owner,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<string> {
  await spendLinks(tx, account, [purpose], now)
  const { token, hash } = newToken()
  await tx
    .insertInto('account_link')
    .values({
      service_id: account.serviceId,
      user_id: account.userId,
      purpose,
      token_hash: hash,
      created_at: now,
      expires_at: now.add({ hours: linkHours[purpose] }),
    })
    .execute()
  return token
}

/** Makes a person's links unusable. */
export async function spendLinks(
  tx: Work,
  account: Owner,
  purposes: readonly LinkPurpose[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('account_link')
    .set({ used_at: now })
    .where('service_id', '=', account.serviceId)
    .where('user_id', '=', account.userId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute()
}

/** How many links of a kind were made for a person since a moment. */
export async function countLinksSince(
  tx: Work,
  account: Owner,
  purpose: LinkPurpose,
  since: Temporal.Instant,
): Promise<number> {
  const row = await tx
    .selectFrom('account_link')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('service_id', '=', account.serviceId)
    .where('user_id', '=', account.userId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

/** A link that can be used now, and whose it is. */
export type AccountLink = Owner & { linkId: string; purpose: LinkPurpose; email: string; name: string }

type LinkRow = {
  service_id: string
  link_id: string
  user_id: string
  purpose: LinkPurpose
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  email: string
  name: string
}

/** The link with this token; undefined when there is none, or it was used, is too old, or its account is disabled. */
export async function findAccountLink(
  db: Kysely<DB>,
  token: string,
  now: Temporal.Instant,
): Promise<AccountLink | undefined> {
  const { rows } = await sql<LinkRow>`select * from find_account_link(${hashToken(token)})`.execute(db)
  const row = rows[0]
  if (!row || row.used_at || Temporal.Instant.compare(row.expires_at, now) <= 0) return undefined
  const { service_id: serviceId, user_id: userId, link_id: linkId, purpose, email, name } = row
  return { serviceId, userId, linkId, purpose, email, name }
}

/**
 * Sets the password through a link. The person's other links are spent with it and every session ends.
 * @returns false when the link was used in the meantime
 */
export function setPasswordByLink(
  db: Kysely<DB>,
  link: AccountLink,
  passwordHash: string,
  now: Temporal.Instant,
  request: string,
): Promise<boolean> {
  const purpose = link.purpose === 'invitation' ? 'Accepted the invitation' : 'Reset the password'
  const { serviceId, userId } = link
  return inTransaction(
    db,
    { serviceId, userId, request, purpose },
    async tx => {
      const spent = await tx
        .updateTable('account_link')
        .set({ used_at: now })
        .where('service_id', '=', serviceId)
        .where('link_id', '=', link.linkId)
        .where('used_at', 'is', null)
        .returning('link_id')
        .execute()
      if (spent.length === 0) return false
      await spendLinks(tx, link, ['invitation', 'reset'], now)
      await setPasswordHash(tx, link, passwordHash)
      await endSessions(tx, link, { allBut: undefined }, now)
      return true
    },
    isSet => isSet,
  )
}
