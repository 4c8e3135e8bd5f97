import { type Kysely, sql } from 'kysely'
import { type DB, inTransaction, setContext, type Work } from '../database/index.ts'
import type { Request } from '../http/index.ts'
import { isPassword } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { clearTries, countWrongTry, minutesOfRest, type Owner } from './tries.ts'

type Account = { service_id: string; user_id: string }

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
    const owner = { serviceId: account.service_id, userId: account.user_id }
    const check = await inTransaction(db, { ...owner, request, purpose: wrongPassword }, async tx => {
      const answer = await checkAccount(tx, owner, password, now)
      if (answer.outcome === 'wrong') await countWrongTry(tx, owner, now)
      return answer
    })
    if (check.outcome === 'right') return check
    if (check.outcome === 'resting') resting = Math.max(resting, check.minutes)
  }
  return resting > 0 ? { outcome: 'resting', minutes: resting } : { outcome: 'wrong' }
}

/**
 * Asks somebody who has signed in for the password again, before something that a passer-by must not do. It is checked
 * in the request's own transaction, so that it takes no second connection while this one is held; a wrong try is kept
 * although the request is refused.
 */
export async function checkOwnPassword(
  { tx, who, now, requestId, keepAnyway }: Request,
  password: string,
): Promise<PasswordCheck> {
  const check = await checkAccount(tx, who, password, now)
  if (check.outcome === 'wrong') {
    await setContext(tx, { ...ownerOf(who), request: requestId, purpose: wrongPassword })
    await countWrongTry(tx, who, now)
    keepAnyway()
  }
  return check
}

const wrongPassword = 'Wrong password'

function ownerOf({ serviceId, userId }: Owner): Owner {
  return { serviceId, userId }
}

/**
 * Checks a password without counting it. The account's row is held until the transaction ends, so that guesses sent at
 * once are counted one by one; a resting account takes as long as another, so that its answer gives nothing away.
 */
async function checkAccount(
  tx: Work,
  owner: Owner,
  password: string,
  now: Temporal.Instant,
): Promise<PasswordCheck> {
  const account = await tx
    .selectFrom('person_account')
    .select(['password_hash', 'locked_until'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const isRight = await isPassword(password, account?.password_hash)
  const minutes = minutesOfRest(account?.locked_until ?? null, now)
  if (minutes > 0) return { outcome: 'resting', minutes }
  return isRight ? { outcome: 'right', ...ownerOf(owner) } : { outcome: 'wrong' }
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
