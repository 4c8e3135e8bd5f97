import { type Kysely, sql } from 'kysely'
import { type DB, inTransaction } from '../database/index.ts'
import { isPassword } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { clearTries, countWrongTry, minutesOfRest, type Owner } from './tries.ts'

type Account = {
  service_id: string
  user_id: string
  password_hash: string | null
  locked_until: Temporal.Instant | null
}

export type PasswordCheck =
  | ({ outcome: 'right' } & Owner)
  /** Said alike for a wrong address and a wrong password. */
  | { outcome: 'wrong' }
  | { outcome: 'resting'; minutes: number }

/**
 * Checks an e-mail address and a password; counts wrong ones, and rests the account after too many. A right one is
 * not the end of signing in, so it does not forget the wrong ones: else somebody who knows the password could guess
 * codes for ever.
 */
export async function checkPassword(
  db: Kysely<DB>,
  email: string,
  password: string,
  now: Temporal.Instant,
  request: string,
): Promise<PasswordCheck> {
  const { rows: accounts } = await sql<Account>`select * from find_accounts(${email})`.execute(db)
  if (accounts.length === 0) await isPassword(password, undefined)
  let resting = 0
  for (const account of accounts) {
    const check = await checkAccount(db, account, password, now, request)
    if (check.outcome === 'right') return check
    if (check.outcome === 'resting') resting = Math.max(resting, check.minutes)
  }
  return resting > 0 ? { outcome: 'resting', minutes: resting } : { outcome: 'wrong' }
}

/** Asks somebody who has signed in for the password again, before something that a passer-by must not do. */
export async function checkOwnPassword(
  db: Kysely<DB>,
  owner: Owner,
  password: string,
  now: Temporal.Instant,
  request: string,
): Promise<PasswordCheck> {
  const account = await inTransaction(db, owner, tx =>
    tx
      .selectFrom('person_account')
      .select(['service_id', 'user_id', 'password_hash', 'locked_until'])
      .where('service_id', '=', owner.serviceId)
      .where('user_id', '=', owner.userId)
      .executeTakeFirstOrThrow(),
  )
  return checkAccount(db, account, password, now, request)
}

async function checkAccount(
  db: Kysely<DB>,
  account: Account,
  password: string,
  now: Temporal.Instant,
  request: string,
): Promise<PasswordCheck> {
  const owner = { serviceId: account.service_id, userId: account.user_id }
  const minutes = minutesOfRest(account.locked_until, now)
  if (minutes > 0) return { outcome: 'resting', minutes }
  if (await isPassword(password, account.password_hash)) return { outcome: 'right', ...owner }
  await inTransaction(db, { ...owner, request, purpose: 'Wrong password' }, tx =>
    countWrongTry(tx, owner, now),
  )
  return { outcome: 'wrong' }
}

/**
 * Begins the session of somebody who has proved who they are, and forgets their wrong tries.
 * @returns the token for the browser's cookie; only its hash is kept
 */
export function completeSignIn(
  db: Kysely<DB>,
  owner: Owner,
  session: { device: string; passedSecondFactor: boolean; request: string },
  now: Temporal.Instant,
): Promise<string> {
  const context = { ...owner, request: session.request, purpose: 'Signed in' }
  return inTransaction(db, context, async tx => {
    await clearTries(tx, owner)
    return beginSession(tx, owner, session.device, session.passedSecondFactor, now)
  })
}
