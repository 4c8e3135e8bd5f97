import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** A contact of the time that is looked back on. */
export type ContactSince = {
  appointmentId: string
  kind: string
  startsAt: Temporal.Instant
  state: 'planned' | 'kept' | 'missed' | 'cancelled' | 'tried'
  isAcceptable: boolean | null
  reason: string
  isFollowedUp: boolean
}

export type NoteSince = { noteId: string; kind: string; happenedAt: Temporal.Instant; beginning: string }
export type AlertSince = {
  alertId: string
  kind: string
  text: string
  raisedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}
export type OffenceSince = {
  offenceId: string
  description: string
  committedOn: Temporal.PlainDate | null
  outcome: string
  outcomeOn: Temporal.PlainDate | null
}
export type StepSince = { milestoneId: string; pathway: string; done: string; at: Temporal.Instant }
export type HolderSince = { name: string; from: Temporal.Instant }

type Which = { childId: string; since: Temporal.Instant; now: Temporal.Instant }

/** The appointments with a child between two moments, the latest first, whichever case they were in. */
export async function listContactsSince(tx: Work, { childId, since, now }: Which): Promise<ContactSince[]> {
  const { rows } = await sql<ContactSince>`
    select a.appointment_id as "appointmentId", a.kind, a.starts_at as "startsAt", a.state,
      a.reason_is_acceptable as "isAcceptable", a.missed_reason as reason, a.followed_up_at is not null as "isFollowedUp"
    from appointment a
    where a.service_id = current_service() and a.child_id = ${childId} and a.starts_at > ${since} and a.starts_at <= ${now}
    order by a.starts_at desc, a.appointment_id desc`.execute(tx)
  return rows
}

/** The notes about a child of what happened since a moment, the latest first. */
export async function listNotesSince(tx: Work, { childId, since, now }: Which): Promise<NoteSince[]> {
  const { rows } = await sql<NoteSince>`
    select n.note_id as "noteId", n.kind, n.happened_at as "happenedAt", left(n.text, 200) as beginning from note n
    where n.service_id = current_service() and n.child_id = ${childId} and n.happened_at > ${since} and n.happened_at <= ${now}
    order by n.happened_at desc, n.note_id desc`.execute(tx)
  return rows
}

/** Alerts that were raised or have ended since a moment, the latest first. */
export async function listAlertsSince(tx: Work, { childId, since }: Which): Promise<AlertSince[]> {
  const { rows } = await sql<AlertSince>`
    select l.child_alert_id as "alertId", l.kind, l.text, l.raised_at as "raisedAt", l.ended_at as "endedAt"
    from child_alert l
    where l.service_id = current_service() and l.child_id = ${childId}
      and (l.raised_at > ${since} or l.ended_at > ${since})
    order by greatest(l.raised_at, coalesce(l.ended_at, l.raised_at)) desc`.execute(tx)
  return rows
}

/** Offences that happened, or were decided on, since a day; the latest first. */
export async function listOffencesSince(tx: Work, { childId, since }: Which): Promise<OffenceSince[]> {
  const { rows } = await sql<OffenceSince>`
    with since as (select (${since}::timestamptz at time zone 'Europe/London')::date as day)
    select o.offence_id as "offenceId", o.description, o.committed_on as "committedOn", o.outcome,
      o.outcome_on as "outcomeOn"
    from offence o, since
    where o.service_id = current_service() and o.child_id = ${childId}
      and (o.committed_on >= since.day or o.outcome_on >= since.day)
    order by coalesce(o.committed_on, o.outcome_on) desc, o.offence_id desc`.execute(tx)
  return rows
}

/** The steps of every case of a child since a moment, the latest first. */
export async function listStepsSince(tx: Work, { childId, since }: Which): Promise<StepSince[]> {
  const { rows } = await sql<StepSince>`
    select m.milestone_id as "milestoneId", i.pathway, m.words->>'done' as done, m.happened_at as at
    from milestone m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = current_service() and m.child_id = ${childId} and m.happened_at > ${since}
    order by m.happened_at desc, m.recorded_at desc`.execute(tx)
  return rows
}

/** Who has begun to hold a case since a moment, the latest first. */
export async function listHoldersSince(
  tx: Work,
  { since }: Pick<Which, 'since'>,
  involvementId: string,
): Promise<HolderSince[]> {
  const { rows } = await sql<HolderSince>`
    select a.name, w.from_at as from from case_worker w
    join person_account a on a.service_id = w.service_id and a.user_id = w.user_id
    where w.service_id = current_service() and w.involvement_id = ${involvementId} and w.part = 'holder'
      and w.from_at > ${since}
    order by w.from_at desc`.execute(tx)
  return rows
}
