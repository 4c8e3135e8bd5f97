import { type Kysely, sql } from 'kysely'
import { isRole } from '../access/index.ts'
import type { Config } from '../config/index.ts'
import { type DB, inTransaction, type Work } from '../database/index.ts'
import type { Recognised } from '../http/index.ts'
import { hashToken, newToken } from './tokens.ts'
import type { Owner } from './tries.ts'

type Limits = Pick<Config, 'sessionIdleMinutes' | 'sessionHours'>

type SessionRow = {
  service_id: string
  service_name: string
  is_demonstration: boolean
  session_id: string
  user_id: string
  name: string
  email: string
  roles: string[]
  has_search_key: boolean
  started_at: Temporal.Instant
  seen_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  passed_second_factor: boolean
  disabled_at: Temporal.Instant | null
}

/**
 * Begins a session for somebody who has proved who they are.
 * @returns the token for the browser's cookie; only its hash is kept
 */
export async function beginSession(
  tx: Work,
  account: Owner,
  device: string,
  passedSecondFactor: boolean,
  now: Temporal.Instant,
): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('session')
    .values({
      service_id: account.serviceId,
      user_id: account.userId,
      token_hash: hash,
      device,
      started_at: now,
      seen_at: now,
      passed_second_factor: passedSecondFactor,
    })
    .execute()
  return token
}

/**
 * Whose session a token names, at a moment. A session ends after so many minutes without a request and, whatever
 * happens, after so many hours.
 */
export async function recognise(
  db: Kysely<DB>,
  limits: Limits,
  token: string,
  now: Temporal.Instant,
): Promise<Recognised> {
  const { rows } = await sql<SessionRow>`select * from find_session(${hashToken(token)})`.execute(db)
  const row = rows[0]
  if (!row || row.disabled_at) return { state: 'unknown' }
  const owner = { serviceId: row.service_id, userId: row.user_id }
  const isIdle = minutesBetween(row.seen_at, now) >= limits.sessionIdleMinutes
  const isOld = minutesBetween(row.started_at, now) >= limits.sessionHours * 60
  if (row.ended_at) return { state: 'unknown' }
  if (isIdle || isOld) return { state: 'ended', ...owner }
  if (minutesBetween(row.seen_at, now) >= 1) await touch(db, row, now)
  return {
    state: 'signed-in',
    who: {
      ...owner,
      serviceName: row.service_name,
      isDemonstration: row.is_demonstration,
      sessionId: row.session_id,
      name: row.name,
      email: row.email,
      roles: row.roles.filter(isRole),
      hasSearchKey: row.has_search_key,
      passedSecondFactor: row.passed_second_factor,
    },
  }
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 60_000
}

async function touch(db: Kysely<DB>, row: SessionRow, now: Temporal.Instant): Promise<void> {
  await inTransaction(db, { serviceId: row.service_id, userId: row.user_id }, tx =>
    tx
      .updateTable('session')
      .set({ seen_at: now })
      .where('service_id', '=', row.service_id)
      .where('session_id', '=', row.session_id)
      .execute(),
  )
}

export type Session = { id: string; device: string; startedAt: Temporal.Instant; seenAt: Temporal.Instant }

/** A person's sessions that can still be used, the latest seen first. */
export function listSessions(
  tx: Work,
  limits: Limits,
  owner: Owner,
  now: Temporal.Instant,
): Promise<Session[]> {
  return tx
    .selectFrom('session')
    .select(['session_id as id', 'device', 'started_at as startedAt', 'seen_at as seenAt'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('ended_at', 'is', null)
    .where('seen_at', '>', now.subtract({ minutes: limits.sessionIdleMinutes }))
    .where('started_at', '>', now.subtract({ hours: limits.sessionHours }))
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends one of a person's own sessions, or all but one (after a change of password). */
export async function endSessions(
  tx: Work,
  owner: Owner,
  which: { only: string } | { allBut: string | undefined },
  now: Temporal.Instant,
): Promise<void> {
  let update = tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('ended_at', 'is', null)
  if ('only' in which) update = update.where('session_id', '=', which.only)
  else if (which.allBut !== undefined) update = update.where('session_id', '<>', which.allBut)
  await update.execute()
}
