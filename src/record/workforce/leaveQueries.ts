import { type RawBuilder, sql } from 'kysely'
import { rolesWith } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type ShutOut, whyShutOut } from '../children/index.ts'
import { type Days, daysWithin, type Leave } from './leave.ts'

const leave = sql`
  select l.leave_id as "leaveId", l.user_id as "userId", l.from_on as "from", l.until_on as "until",
    l.covered_by as "coveredBy", c.name as "coverName", l.version
  from worker_leave l left join person_account c on c.service_id = l.service_id and c.user_id = l.covered_by
  where l.service_id = current_service()`

/** The leave of somebody that has not passed, the earliest first. */
export async function listLeave(tx: Work, userId: string): Promise<Leave[]> {
  const { rows } = await sql<Leave>`${leave}
    and l.user_id = ${userId} and l.until_on >= current_day() order by l.from_on`.execute(tx)
  return rows
}

/** Whether somebody is on leave on a day. */
export const isOnLeaveOn = (
  worker: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`
  exists (select from worker_leave l where l.service_id = current_service() and l.user_id = ${worker}
    and ${day} between l.from_on and l.until_on)`

/** Whether somebody is on leave on the day, in London, of a moment. */
export const isOnLeave = (worker: RawBuilder<unknown>, at: RawBuilder<unknown>): RawBuilder<boolean> =>
  isOnLeaveOn(worker, sql`(${at} at time zone 'Europe/London')::date`)

/**
 * The leave of somebody today, as JSON: until when, who covers, and whether they are away today too; null for whoever is at
 * work.
 */
export const leaveToday = (worker: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select jsonb_build_object('until', l.until_on, 'coverName', c.name, 'isCoverAway',
      exists (select from worker_leave o where o.service_id = l.service_id and o.user_id = l.covered_by
        and current_day() between o.from_on and o.until_on)) from worker_leave l
    left join person_account c on c.service_id = l.service_id and c.user_id = l.covered_by
    where l.service_id = current_service() and l.user_id = ${worker} and current_day() between l.from_on and l.until_on
    limit 1)`

/** For whom somebody covers today: `user_id` and `name`, with the days of the leave, `from_on` and `until_on`. */
export const coveredToday = (worker: string): RawBuilder<unknown> => sql`
  select l.user_id, l.from_on, l.until_on, o.name from worker_leave l
  join person_account o on o.service_id = l.service_id and o.user_id = l.user_id
  where l.service_id = current_service() and l.covered_by = ${worker} and current_day() between l.from_on and l.until_on`

/** The leave of somebody that shares a day with these days, passed or not. */
export async function listLeaveIn(
  tx: Work,
  userId: string,
  days: Pick<Leave, 'from' | 'until'>,
): Promise<Leave[]> {
  const { rows } = await sql<Leave>`${leave}
    and l.user_id = ${userId} and l.from_on <= ${days.until} and l.until_on >= ${days.from} order by l.from_on`.execute(
    tx,
  )
  return rows
}

/** The days of leave on which whoever covers is away too, so that nobody has the cases: worked out, never stored. */
export async function listCoverAway(tx: Work, it: Days & Pick<Leave, 'coveredBy'>): Promise<Days[]> {
  return it.coveredBy === null ? [] : daysWithin(it, await listLeaveIn(tx, it.coveredBy, it))
}

/** Leave of a colleague for whom somebody covers, and the days of it on which they are away too. */
export type Covering = Days & { leaveId: string; name: string; away: Days[] }

/** For whom somebody covers, in leave that has not passed, the earliest first. */
export async function listCovering(tx: Work, userId: string): Promise<Covering[]> {
  const { rows } = await sql<Omit<Covering, 'away'>>`
    select l.leave_id as "leaveId", l.from_on as "from", l.until_on as "until", o.name
    from worker_leave l join person_account o on o.service_id = l.service_id and o.user_id = l.user_id
    where l.service_id = current_service() and l.covered_by = ${userId} and l.until_on >= current_day()
    order by l.from_on, o.name, l.leave_id`.execute(tx)
  const own = await listLeave(tx, userId)
  return rows.map(each => ({ ...each, away: daysWithin(each, own) }))
}

/** One leave of somebody; undefined where there is none. */
export async function findLeave(tx: Work, userId: string, leaveId: string): Promise<Leave | undefined> {
  const { rows } = await sql<Leave>`${leave} and l.user_id = ${userId} and l.leave_id = ${leaveId}`.execute(
    tx,
  )
  return rows[0]
}

/** Lets one after the other change the leave of somebody, until the transaction ends: two would not see each other's days. */
export async function holdLeave(tx: Work, userId: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('leave ' || current_service() || ${userId}::text, 0))`.execute(
    tx,
  )
}

export type NewLeave = Pick<Leave, 'userId' | 'from' | 'until' | 'coveredBy'>

/** Writes leave down. @returns its id */
export async function insertLeave(tx: Work, serviceId: string, it: NewLeave): Promise<string> {
  const row = await tx
    .insertInto('worker_leave')
    .values({
      service_id: serviceId,
      user_id: it.userId,
      from_on: it.from,
      until_on: it.until,
      covered_by: it.coveredBy,
    })
    .returning('leave_id')
    .executeTakeFirstOrThrow()
  return row.leave_id
}

/** Changes leave, unless somebody else has since it was read. @returns whether it was changed */
export async function changeLeave(
  tx: Work,
  which: Pick<Leave, 'leaveId' | 'version'>,
  it: Omit<NewLeave, 'userId'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('worker_leave')
    .set(eb => ({
      from_on: it.from,
      until_on: it.until,
      covered_by: it.coveredBy,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('leave_id', '=', which.leaveId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * Takes leave back: it was cancelled, or never should have stood there. The audit keeps it.
 * @returns false where somebody has changed it since it was read
 */
export async function deleteLeave(
  tx: Work,
  { leaveId, version }: Pick<Leave, 'leaveId' | 'version'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from worker_leave
    where service_id = current_service() and leave_id = ${leaveId} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Cover that was ended before its days were over: who had the cases, from which day, until when. */
export type EndedCover = {
  endedCoverId: string
  coverName: string
  from: Temporal.PlainDate
  endedAt: Temporal.Instant
  endedBy: string
}

/** Keeps that somebody covered until now. */
export async function insertEndedCover(
  tx: Work,
  it: {
    serviceId: string
    userId: string
    coveredBy: string
    from: Temporal.PlainDate
    by: string
    at: Temporal.Instant
  },
): Promise<void> {
  await sql`
    insert into ended_cover (service_id, user_id, covered_by, from_on, ended_at, ended_by)
    values (${it.serviceId}, ${it.userId}, ${it.coveredBy}, ${it.from}, ${it.at}, ${it.by})`.execute(tx)
}

/** The last ten covers for somebody that were ended early, the latest first. */
export async function listEndedCovers(tx: Work, userId: string): Promise<EndedCover[]> {
  const { rows } = await sql<EndedCover>`
    select e.ended_cover_id as "endedCoverId", c.name as "coverName", e.from_on as "from", e.ended_at as "endedAt",
      b.name as "endedBy"
    from ended_cover e join person_account c on c.service_id = e.service_id and c.user_id = e.covered_by
      join person_account b on b.service_id = e.service_id and b.user_id = e.ended_by
    where e.service_id = current_service() and e.user_id = ${userId}
    order by e.ended_at desc, e.ended_cover_id desc limit 10`.execute(tx)
  return rows
}

/** A case in which somebody who covers cannot work, and why. */
export type BeyondCover = { childId: string; involvementId: string; childName: string; why: ShutOut }

/**
 * The open cases of a worker in which somebody who covers cannot work: those that the person who asks may know of, and
 * how many there are in all.
 */
export async function listBeyondCover(
  tx: Work,
  worker: string,
  cover: string,
): Promise<{ known: BeyondCover[]; all: number }> {
  const why = whyShutOut('a', 'w')
  const { rows: known } = await sql<BeyondCover>`
    select distinct w.child_id as "childId", w.involvement_id as "involvementId",
      trim(c.given_name || ' ' || c.family_name) as "childName", ${why} as why
    from case_worker w
    join involvement i on i.service_id = w.service_id and i.involvement_id = w.involvement_id and i.ended_at is null
    join child c on c.service_id = w.service_id and c.child_id = w.child_id
    join person_account a on a.service_id = w.service_id and a.user_id = ${cover}
    where w.service_id = current_service() and w.user_id = ${worker} and w.until_at is null and ${why} is not null
    order by 3, 2`.execute(tx)
  const { rows } = await sql<{ all: number }>`
    select count_beyond_cover(${worker}, ${cover}, ${rolesWith('child.see')}::text[])::int as all`.execute(tx)
  return { known, all: rows[0]?.all ?? 0 }
}

/** Somebody who can cover for a worker, and their own leave that has not passed. */
export type Cover = { userId: string; name: string; roles: string[]; away: Days[] }

/** Everybody who can sign in, without one, by name. */
export async function listOthers(tx: Work, userId: string): Promise<Cover[]> {
  const { rows } = await sql<Omit<Cover, 'away'> & { away: { from: string; until: string }[] }>`
    select a.user_id as "userId", a.name, a.roles, array(
        select jsonb_build_object('from', l.from_on, 'until', l.until_on) from worker_leave l
        where l.service_id = a.service_id and l.user_id = a.user_id and l.until_on >= current_day()
        order by l.from_on) as away
    from person_account a
    where a.service_id = current_service() and a.disabled_at is null and a.user_id <> ${userId}
    order by a.name, a.user_id`.execute(tx)
  const { from: day } = Temporal.PlainDate
  return rows.map(row => ({
    ...row,
    away: row.away.map(({ from, until }) => ({ from: day(from), until: day(until) })),
  }))
}
