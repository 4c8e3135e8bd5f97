import { type RawBuilder, sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { isOnLeave } from '../workforce/index.ts'
import type { Appointment, Journey } from './appointment.ts'

const appointment = sql`
  select a.appointment_id as "appointmentId", a.child_id as "childId", a.involvement_id as "involvementId",
    a.with_user as "withUser", p.name as "withName", a.kind, a.starts_at as "startsAt", a.minutes, a.place, a.state,
    a.missed_reason as "missedReason", a.reason_is_acceptable as "reasonIsAcceptable", a.what_happened as "whatHappened",
    a.followed_up_at as "followedUpAt", a.follow_up as "followUp", a.missed_code as "missedCode",
    a.reason_judged_by as "judgedBy", j.name as "judgedByName", a.reached, a.comes_next as "comesNext", a.tries,
    a.series_id as "seriesId", a.session_id as "sessionId", g.title as "groupTitle", a.place_id as "placeId", a.travel,
    a.fetched_by as "fetchedBy", f.name as "fetchedByName", a.meets_at as "meetsAt", a.way_is_safe as "wayIsSafe",
    a.safety_note as "safetyNote", a.version
  from appointment a join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
    left join person_account j on j.service_id = a.service_id and j.user_id = a.reason_judged_by
    left join person_account f on f.service_id = a.service_id and f.user_id = a.fetched_by
    left join group_session s on s.service_id = a.service_id and s.session_id = a.session_id
    left join group_programme g on g.service_id = s.service_id and g.group_id = s.group_id
  where a.service_id = current_service()`

export const appointmentsOnPage = 25

/** Every appointment that is planned, the earliest first, overdue ones included. */
export async function listPlanned(tx: Work, childId: string): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`${appointment}
    and a.child_id = ${childId} and a.state = 'planned' order by a.starts_at, a.appointment_id`.execute(tx)
  return rows
}

/**
 * The appointments of the past, the newest first; one more than a page holds.
 * @param after the id of the last one on the page before
 */
export async function listPast(tx: Work, childId: string, after: string | null): Promise<Appointment[]> {
  const cursor = after === null ? undefined : parseId<'appointment'>(after)
  const older = cursor
    ? sql`and (a.starts_at, a.appointment_id) < (
        select l.starts_at, l.appointment_id from appointment l
        where l.service_id = current_service() and l.appointment_id = ${cursor})`
    : sql``
  const { rows } = await sql<Appointment>`${appointment}
    and a.child_id = ${childId} and a.state <> 'planned' ${older}
    order by a.starts_at desc, a.appointment_id desc limit ${appointmentsOnPage + 1}`.execute(tx)
  return rows
}

/** One appointment with a child; undefined when there is none, or it may not be known of. */
export async function findAppointment(
  tx: Work,
  childId: string,
  appointmentId: string,
): Promise<Appointment | undefined> {
  const id = parseId<'appointment'>(appointmentId)
  if (!id) return undefined
  const { rows } = await sql<Appointment>`${appointment}
    and a.child_id = ${childId} and a.appointment_id = ${id}`.execute(tx)
  return rows[0]
}

/** What is planned: for when, how long, where, with whom; and what is said of the way there. */
export type Plan = Pick<
  Appointment,
  'involvementId' | 'withUser' | 'kind' | 'startsAt' | 'minutes' | 'place'
> &
  Partial<Journey>

/** What belongs to a plan as the table holds it. */
function planColumns(it: Plan) {
  return {
    involvement_id: it.involvementId,
    with_user: it.withUser,
    kind: it.kind,
    starts_at: it.startsAt,
    minutes: it.minutes,
    place: it.place,
    place_id: it.placeId ?? null,
    travel: it.travel ?? '',
    fetched_by: it.fetchedBy ?? null,
    meets_at: it.meetsAt ?? '',
    way_is_safe: it.wayIsSafe ?? '',
    safety_note: it.safetyNote ?? '',
  }
}

/** Plans an appointment. @returns its id */
export async function insertAppointment(
  tx: Work,
  it: Plan & { serviceId: string; childId: string; seriesId?: string; sessionId?: string },
): Promise<string> {
  const row = await tx
    .insertInto('appointment')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      series_id: it.seriesId ?? null,
      session_id: it.sessionId ?? null,
      ...planColumns(it),
    })
    .returning('appointment_id')
    .executeTakeFirstOrThrow()
  return row.appointment_id
}

/** Who is planned to be elsewhere while an appointment lasts; or the worker is on leave on its day. */
export type Clash = { who: 'worker' | 'child' | 'leave'; startsAt: Temporal.Instant }

/** Other planned appointments, of the same worker or the same child, while this one lasts; and leave of the worker on its day. */
export async function listClashes(tx: Work, appointmentId: string): Promise<Clash[]> {
  const { rows } = await sql<Clash>`
    select distinct case when b.child_id = a.child_id then 'child' else 'worker' end as who, b.starts_at as "startsAt"
    from appointment a
    join appointment b on b.service_id = a.service_id and b.appointment_id <> a.appointment_id and b.state = 'planned'
      and (b.session_id is null or b.session_id is distinct from a.session_id)
      and (b.with_user = a.with_user or b.child_id = a.child_id)
      and b.starts_at < a.starts_at + a.minutes * interval '1 minute' and b.starts_at > a.starts_at - interval '8 hours'
      and b.starts_at + b.minutes * interval '1 minute' > a.starts_at
    where a.service_id = current_service() and a.appointment_id = ${appointmentId} and a.state = 'planned'
    union all
    select 'leave', a.starts_at from appointment a
    where a.service_id = current_service() and a.appointment_id = ${appointmentId} and a.state = 'planned'
      and ${isOnLeave(sql`a.with_user`, sql`a.starts_at`)}
    order by 2`.execute(tx)
  return rows
}

/** How a missed one was followed up: when, what was done, and who was reached, by their codes. */
export type FollowedUp = { at: Temporal.Instant; followUp: string; reached?: string }

/** Whether a reason is acceptable, as somebody said after it was recorded. */
export type Judged = { isAcceptable: boolean; by: string }

/** Why it was missed, as somebody learnt after it was recorded. */
export type Learnt = { code: string; reason: string }

type LearntSince = { judged?: Judged | undefined; learnt?: Learnt | undefined }

/** What became of an appointment, or what is now planned instead. */
export type AppointmentChange =
  | { act: 'kept' | 'tried'; whatHappened: string; at: Temporal.Instant }
  | {
      act: 'missed'
      reason: string
      code?: string
      /** Null: not known yet. */
      isAcceptable: boolean | null
      judgedBy?: string
      whatHappened: string
      at: Temporal.Instant
      /** What was done about it before it was recorded. */
      followedUp?: FollowedUp | undefined
    }
  | { act: 'cancel'; at: Temporal.Instant }
  | ({ act: 'follow-up'; comesNext?: string } & LearntSince & FollowedUp)
  | ({ act: 'try'; by: string; done: string; at: Temporal.Instant } & LearntSince)
  | { act: 'move'; plan: Plan }
  | { act: 'take-back' }

/**
 * Changes an appointment, unless somebody else has since it was read.
 * @returns whether it was changed
 */
export async function changeAppointment(
  tx: Work,
  which: Pick<Appointment, 'appointmentId' | 'version'>,
  change: AppointmentChange,
): Promise<boolean> {
  const result = await tx
    .updateTable('appointment')
    .set(eb => ({ ...columnsOf(change), version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('appointment_id', '=', which.appointmentId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Nothing recorded: what was planned still stands. */
const nothingRecorded = {
  state: 'planned',
  missed_reason: '',
  reason_is_acceptable: null,
  what_happened: '',
  followed_up_at: null,
  follow_up: '',
  missed_code: '',
  reason_judged_by: null,
  reached: '',
  comes_next: '',
  tries: '[]',
  recorded_at: null,
}

function columnsOf(change: AppointmentChange) {
  switch (change.act) {
    case 'kept':
    case 'tried':
      return {
        ...nothingRecorded,
        state: change.act,
        what_happened: change.whatHappened,
        recorded_at: change.at,
      }
    case 'missed':
      return {
        ...nothingRecorded,
        state: 'missed',
        missed_reason: change.reason,
        missed_code: change.code ?? '',
        // Nobody has judged what is not known.
        reason_judged_by: change.isAcceptable === null ? null : (change.judgedBy ?? null),
        reason_is_acceptable: change.isAcceptable,
        what_happened: change.whatHappened,
        recorded_at: change.at,
        ...(change.followedUp ? followedUpColumns(change.followedUp) : {}),
      }
    case 'cancel':
      return { ...nothingRecorded, state: 'cancelled', recorded_at: change.at }
    case 'follow-up':
      return {
        ...followedUpColumns(change),
        ...learntColumns(change),
        comes_next: change.comesNext ?? '',
      }
    case 'try': {
      const { by, done, at } = change
      return {
        ...learntColumns(change),
        tries: sql<string>`tries || ${JSON.stringify([{ at, by, done }])}::jsonb`,
      }
    }
    case 'move':
      return planColumns(change.plan)
    case 'take-back':
      return nothingRecorded
  }
}

const followedUpColumns = ({ at, followUp, reached = '' }: FollowedUp) => ({
  follow_up: followUp,
  reached,
  followed_up_at: at,
})

const learntColumns = ({ judged, learnt }: LearntSince) => ({
  ...(judged ? { reason_is_acceptable: judged.isAcceptable, reason_judged_by: judged.by } : {}),
  ...(learnt ? { missed_code: learnt.code, missed_reason: learnt.reason } : {}),
})

/**
 * The appointments of a case that are planned with somebody from now on, the earliest first. The child's place in a session of a
 * group is not among them: it is with whoever leads the session, and stays there.
 */
export async function listPlannedWith(
  tx: Work,
  involvementIds: readonly string[],
  userId: string,
  now: Temporal.Instant,
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`${appointment}
    and a.involvement_id = any (${involvementIds}::uuid[]) and a.with_user = ${userId} and a.state = 'planned'
    and a.session_id is null and a.starts_at >= ${now} order by a.starts_at, a.appointment_id`.execute(tx)
  return rows
}

/**
 * Appointments that can be ticked, and those that were: one that has begun, or that somebody has changed, since the page was
 * opened is still what was meant.
 */
export async function withTicked(
  tx: Work,
  planned: readonly Appointment[],
  involvementIds: readonly string[],
  ticked: readonly string[],
): Promise<Appointment[]> {
  const known = new Set(planned.map(({ appointmentId }) => appointmentId))
  const ids = ticked.filter(id => !known.has(id) && parseId(id))
  if (ids.length === 0) return [...planned]
  const { rows } = await sql<Appointment>`${appointment}
    and a.involvement_id = any (${involvementIds}::uuid[]) and a.appointment_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return [...rows, ...planned].toSorted((one, other) =>
    Temporal.Instant.compare(one.startsAt, other.startsAt),
  )
}

/**
 * Gives planned appointments of one worker to another; those that have begun, or are no longer planned with the first, stay
 * as they are.
 * @returns how many were given
 */
export async function giveAppointments(
  tx: Work,
  appointmentIds: readonly string[],
  { from, to, now }: { from: string; to: string; now: Temporal.Instant },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update appointment set with_user = ${to}, version = version + 1
    where service_id = current_service() and appointment_id = any (${appointmentIds}::uuid[]) and with_user = ${from}
      and state = 'planned' and session_id is null and starts_at >= ${now}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/**
 * Who is to follow a missed appointment up: whoever it was planned with, while they work in the case, and otherwise whoever
 * holds the case now. What is owed to a child goes with the case.
 * @param p the appointment, by its name in the query
 * @param i its case
 */
export const whoFollowsUp = (p: string, i: string): RawBuilder<string> => {
  const [appointment, involvement] = [sql.ref(p), sql.ref(i)]
  return sql<string>`case when ${involvement}.holder_id is null or exists (select from case_worker w
      where w.service_id = ${appointment}.service_id and w.involvement_id = ${appointment}.involvement_id
        and w.user_id = ${appointment}.with_user and w.until_at is null)
    then ${appointment}.with_user else ${involvement}.holder_id end`
}
