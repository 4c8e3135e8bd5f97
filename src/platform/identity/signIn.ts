import { type Kysely, sql } from 'kysely'
import { type DB, inTransaction } from '../database/index.ts'
import { isPassword } from './passwords.ts'

/** After so many wrong passwords in a row the account rests for a while, so that guessing is slow. */
const triesBeforeRest = 5
const restMinutes = 15

type Account = {
  service_id: string
  user_id: string
  email: string
  name: string
  password_hash: string | null
  failed_sign_ins: number
  locked_until: Temporal.Instant | null
}

export type PasswordCheck =
  | { outcome: 'right'; serviceId: string; userId: string }
  /** Said alike for a wrong address and a wrong password. */
  | { outcome: 'wrong' }
  | { outcome: 'resting'; minutes: number }

/** Checks an e-mail address and a password; counts wrong ones, and rests the account after too many. */
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
    const rest = account.locked_until ? minutesUntil(account.locked_until, now) : 0
    if (rest > 0) {
      resting = Math.max(resting, rest)
      continue
    }
    const isRight = await isPassword(password, account.password_hash)
    await recordTry(db, account, isRight, now, request)
    if (isRight) return { outcome: 'right', serviceId: account.service_id, userId: account.user_id }
  }
  return resting > 0 ? { outcome: 'resting', minutes: resting } : { outcome: 'wrong' }
}

function minutesUntil(end: Temporal.Instant, now: Temporal.Instant): number {
  return Math.ceil((end.epochMilliseconds - now.epochMilliseconds) / 60_000)
}

async function recordTry(
  db: Kysely<DB>,
  account: Account,
  isRight: boolean,
  now: Temporal.Instant,
  request: string,
): Promise<void> {
  if (isRight && account.failed_sign_ins === 0) return
  const purpose = isRight ? 'Signed in' : 'Wrong password at sign-in'
  await inTransaction(
    db,
    { serviceId: account.service_id, userId: account.user_id, request, purpose },
    async tx => {
      const until = now.add({ minutes: restMinutes })
      const rests = sql<boolean>`failed_sign_ins + 1 >= ${triesBeforeRest}`
      await tx
        .updateTable('person_account')
        .set(
          isRight
            ? { failed_sign_ins: 0, locked_until: null }
            : {
                failed_sign_ins: sql<number>`case when ${rests} then 0 else failed_sign_ins + 1 end`,
                locked_until: sql<Temporal.Instant | null>`case when ${rests} then ${until}::timestamptz end`,
              },
        )
        .where('service_id', '=', account.service_id)
        .where('user_id', '=', account.user_id)
        .execute()
    },
  )
}
