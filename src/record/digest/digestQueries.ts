import { sql } from 'kysely'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isOnLeaveOn } from '../workforce/index.ts'

/** On which mornings somebody is told by e-mail what is due. */
export type DigestDays = 'working-days' | 'mondays' | 'never'

/** Somebody who may be told what is due. */
export type Reader = {
  userId: string
  name: string
  email: string
  roles: Role[]
  days: DigestDays
  /** The earlier days of this week on which they were on leave. */
  awayOn: Temporal.PlainDate[]
}

/** Everybody who can sign in, wants a digest, is not on leave and has had none on that day. */
export async function listReaders(tx: Work, today: Temporal.PlainDate): Promise<Reader[]> {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const { rows } = await sql<Omit<Reader, 'roles' | 'awayOn'> & { roles: string[]; awayOn: string[] }>`
    select a.user_id as "userId", a.name, a.email, a.roles, a.digest as days,
      array(select d::date::text from generate_series(${monday}::date, ${today}::date - 1, interval '1 day') d
        where ${isOnLeaveOn(sql`a.user_id`, sql`d::date`)}) as "awayOn"
    from person_account a
    where a.service_id = current_service() and a.digest <> 'never' and can_sign_in(a)
      and not exists (select from digest_told t
        where t.service_id = a.service_id and t.user_id = a.user_id and t.told_on = ${today})
      and not ${isOnLeaveOn(sql`a.user_id`, sql`${today}::date`)}
    order by a.user_id`.execute(tx)
  return rows.map(row => ({
    ...row,
    roles: row.roles.filter(isRole),
    awayOn: row.awayOn.map(day => Temporal.PlainDate.from(day)),
  }))
}

/**
 * Notes that somebody has been seen to on a day, whether or not there was anything to say.
 * @returns false where that was done already: then nothing is to be sent
 */
export async function markTold(
  tx: Work,
  serviceId: string,
  userId: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const rows = await tx
    .insertInto('digest_told')
    .values({ service_id: serviceId, user_id: userId, told_on: today })
    .onConflict(conflict => conflict.doNothing())
    .returning('user_id')
    .execute()
  return rows.length > 0
}

/** Forgets whom was told more than a month ago. */
export async function forgetTold(tx: Work, today: Temporal.PlainDate): Promise<void> {
  await sql`delete from digest_told where service_id = current_service() and told_on < ${today.subtract({ days: 31 })}`.execute(
    tx,
  )
}

/** What somebody has chosen. */
export async function readDigestDays(tx: Work, userId: string): Promise<DigestDays> {
  const { rows } = await sql<{ days: DigestDays }>`
    select digest as days from person_account where service_id = current_service() and user_id = ${userId}`.execute(
    tx,
  )
  return rows[0]?.days ?? 'never'
}

/** Keeps what somebody has chosen. */
export async function setDigestDays(tx: Work, userId: string, days: DigestDays): Promise<void> {
  await sql`
    update person_account set digest = ${days}
    where service_id = current_service() and user_id = ${userId}`.execute(tx)
}
