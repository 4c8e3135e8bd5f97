import { type RawBuilder, sql } from 'kysely'
import type { FollowUpTime } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { CheckResult, CheckSource, FollowedCase, Verdict } from './followUp.ts'

type OfCase = { serviceId: string; childId: string; involvementId: string }

/** Sets the time of the follow-up of a case, or takes it away where the case is open again or is not followed. */
export async function setFollowUp(tx: Work, of: OfCase, time: FollowUpTime | undefined): Promise<void> {
  if (!time) {
    await sql`delete from follow_up
      where service_id = current_service() and involvement_id = ${of.involvementId}`.execute(tx)
    return
  }
  await sql`insert into follow_up (service_id, involvement_id, child_id, from_on, until_on, proof_until)
    values (${of.serviceId}, ${of.involvementId}, ${of.childId}, ${time.from}, ${time.until}, ${time.proofUntil})
    on conflict on constraint follow_up_pk do update
    set from_on = excluded.from_on, until_on = excluded.until_on, proof_until = excluded.proof_until
    where (follow_up.from_on, follow_up.until_on, follow_up.proof_until)
      is distinct from (excluded.from_on, excluded.until_on, excluded.proof_until)`.execute(tx)
}

/** The follow-up of a case; undefined where there is none, or it may not be known of. */
export async function findFollowUp(
  tx: Work,
  childId: string,
  involvementId: string,
): Promise<FollowedCase | undefined> {
  const { rows } = await sql<FollowedCase>`
    select f.involvement_id as "involvementId", f.child_id as "childId", i.pathway, i.ended_at as "endedAt",
      f.from_on as from, f.until_on as until, f.proof_until as "proofUntil"
    from follow_up f
    join involvement i on i.service_id = f.service_id and i.involvement_id = f.involvement_id and i.ended_at is not null
    where f.service_id = current_service() and f.child_id = ${childId} and f.involvement_id = ${involvementId}`.execute(
    tx,
  )
  return rows[0]
}

/**
 * That the offence `o` is found by the follow-up `f`: it happened within the time; or the day is not known, and its outcome
 * or the case that it opened came after the work had ended. An offence of the case itself without a day is what led to it.
 */
export const isFound: RawBuilder<boolean> = sql<boolean>`(o.committed_on between f.from_on and f.until_on
  or (o.committed_on is null and o.involvement_id is distinct from f.involvement_id
    and coalesce(o.outcome_on, (select (n.started_at at time zone 'Europe/London')::date from involvement n
      where n.service_id = o.service_id and n.involvement_id = o.involvement_id)) between f.from_on and f.proof_until))`

/** Offences that the follow-up `f` finds and of which nobody has said what they are: how many. */
export const toLookAt: RawBuilder<number> = sql<number>`(select count(*)::int from offence o
  where o.service_id = f.service_id and o.child_id = f.child_id and ${isFound} and not exists (
    select from follow_up_offence v
    where v.service_id = o.service_id and v.involvement_id = f.involvement_id and v.offence_id = o.offence_id))`

/** An offence that a follow-up found, with what was said of it. */
export type FoundOffence = {
  offenceId: string
  code: string
  description: string
  committedOn: Temporal.PlainDate | null
  outcome: string
  outcomeOn: Temporal.PlainDate | null
  policeReference: string
  verdict: Verdict | null
  provenOn: Temporal.PlainDate | null
  source: string | null
  reason: string | null
  judgedBy: string | null
  judgedAt: Temporal.Instant | null
  /** 0 where nothing has been said yet. */
  version: number
}

/** The offences that the follow-up of a case has found, the latest first, and those on which something was said. */
export async function listFound(tx: Work, involvementId: string): Promise<FoundOffence[]> {
  const { rows } = await sql<FoundOffence>`
    select o.offence_id as "offenceId", o.code, o.description, o.committed_on as "committedOn", o.outcome,
      o.outcome_on as "outcomeOn", o.police_reference as "policeReference", v.verdict, v.proven_on as "provenOn", v.source,
      v.reason, a.name as "judgedBy", v.judged_at as "judgedAt", coalesce(v.version, 0) as version
    from follow_up f join offence o on o.service_id = f.service_id and o.child_id = f.child_id
    left join follow_up_offence v
      on v.service_id = o.service_id and v.involvement_id = f.involvement_id and v.offence_id = o.offence_id
    left join person_account a on a.service_id = v.service_id and a.user_id = v.judged_by
    where f.service_id = current_service() and f.involvement_id = ${involvementId}
      and (v.verdict is not null or ${isFound})
    order by o.committed_on desc nulls first, o.offence_id desc`.execute(tx)
  return rows
}

/** How many follow-ups that the person may know of have found something that nobody has looked at. */
export async function countFollowUpsToLookAt(tx: Work): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from follow_up f
    where f.service_id = current_service() and exists (
      select from offence o where o.service_id = f.service_id and o.child_id = f.child_id and ${isFound} and not exists (
        select from follow_up_offence v
        where v.service_id = o.service_id and v.involvement_id = f.involvement_id and v.offence_id = o.offence_id))`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

export type Judgement = OfCase & {
  offenceId: string
  verdict: Verdict
  provenOn: Temporal.PlainDate | undefined
  source: string
  reason: string
  by: string
  at: Temporal.Instant
  /** The version of what was said before; 0 for nothing. */
  version: number
}

/**
 * Writes down what an offence is, in place of what was said before.
 * @returns false when somebody else has said something since it was read
 */
export async function judgeOffence(tx: Work, it: Judgement): Promise<boolean> {
  const values = {
    verdict: it.verdict,
    proven_on: it.provenOn ?? null,
    source: it.source,
    reason: it.reason,
    judged_by: it.by,
    judged_at: it.at,
  }
  if (it.version === 0) {
    const added = await tx
      .insertInto('follow_up_offence')
      .values({
        service_id: it.serviceId,
        involvement_id: it.involvementId,
        offence_id: it.offenceId,
        child_id: it.childId,
        ...values,
      })
      .onConflict(conflict => conflict.constraint('follow_up_offence_pk').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('follow_up_offence')
    .set(eb => ({ ...values, version: eb('version', '+', 1) }))
    .where('service_id', '=', it.serviceId)
    .where('involvement_id', '=', it.involvementId)
    .where('offence_id', '=', it.offenceId)
    .where('version', '=', it.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Puts the day on which an offence happened on the record, where it was not known. */
export async function setOffenceDay(
  tx: Work,
  childId: string,
  offenceId: string,
  day: Temporal.PlainDate,
): Promise<void> {
  await sql`update offence set committed_on = ${day}
    where service_id = current_service() and child_id = ${childId} and offence_id = ${offenceId}
      and committed_on is null`.execute(tx)
}

/** Somebody asked whether the child has offended again. */
export type Check = {
  checkId: string
  checkedOn: Temporal.PlainDate
  source: CheckSource
  asked: string
  result: CheckResult
  note: string
  recordedBy: string
}

/** What was asked in the follow-up of a case, the latest first. */
export async function listChecks(tx: Work, involvementId: string): Promise<Check[]> {
  const { rows } = await sql<Check>`
    select k.check_id as "checkId", k.checked_on as "checkedOn", k.source, k.asked, k.result, k.note, a.name as "recordedBy"
    from follow_up_check k join person_account a on a.service_id = k.service_id and a.user_id = k.recorded_by
    where k.service_id = current_service() and k.involvement_id = ${involvementId}
    order by k.checked_on desc, k.check_id desc`.execute(tx)
  return rows
}

/** Writes down that somebody asked. */
export async function insertCheck(
  tx: Work,
  it: OfCase & Omit<Check, 'checkId' | 'recordedBy'> & { by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('follow_up_check')
    .values({
      service_id: it.serviceId,
      involvement_id: it.involvementId,
      child_id: it.childId,
      checked_on: it.checkedOn,
      source: it.source,
      asked: it.asked,
      result: it.result,
      note: it.note,
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .execute()
}
