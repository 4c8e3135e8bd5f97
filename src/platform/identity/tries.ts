import { sql } from 'kysely'
import type { Work } from '../database/index.ts'

/** Whose account, in which service. */
export type Owner = { serviceId: string; userId: string }

/** After so many wrong passwords or codes in a row the account rests for a while, so that guessing is slow. */
export const triesBeforeRest = 5
export const restMinutes = 15

/** How many minutes, rounded up, an account still rests; 0 when it does not. */
export function minutesOfRest(lockedUntil: Temporal.Instant | null, now: Temporal.Instant): number {
  if (!lockedUntil) return 0
  return Math.max(0, Math.ceil((lockedUntil.epochMilliseconds - now.epochMilliseconds) / 60_000))
}

/** Counts a wrong password or code, and rests the account after too many. */
export async function countWrongTry(tx: Work, owner: Owner, now: Temporal.Instant): Promise<void> {
  const until = now.add({ minutes: restMinutes })
  const rests = sql<boolean>`failed_sign_ins + 1 >= ${triesBeforeRest}`
  await tx
    .updateTable('person_account')
    .set({
      failed_sign_ins: sql<number>`case when ${rests} then 0 else failed_sign_ins + 1 end`,
      locked_until: sql<Temporal.Instant | null>`case when ${rests} then ${until}::timestamptz end`,
    })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}

/** Forgets the wrong tries: the person has signed in whole, or has set a new password. */
export async function clearTries(tx: Work, owner: Owner): Promise<void> {
  await tx
    .updateTable('person_account')
    .set({ failed_sign_ins: 0, locked_until: null })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where(eb => eb.or([eb('failed_sign_ins', '>', 0), eb('locked_until', 'is not', null)]))
    .execute()
}
