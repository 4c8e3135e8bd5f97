import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { Answers, AnswerWords } from '../../engine/forms/index.ts'
import type { Milestone } from '../../engine/pathways/index.ts'
import type { Role } from '../../platform/access/index.ts'
import { isRole } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** A child on a pathway, as the record holds it. */
export type Involvement = {
  involvementId: string
  childId: string
  pathway: string
  routeIn: string
  stage: string
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  ending: string | null
  holderId: string | null
  holderName: string | null
  version: number
}

/** A step as it was read at the time: what was done, and the questions with their answers. */
export type StepWords = { done: string; said: readonly AnswerWords[] }

/** A step that was taken, with who recorded it and when. */
export type RecordedStep = Milestone & {
  milestoneId: string
  stage: string
  recordedAt: Temporal.Instant
  recordedBy: string
  words: StepWords
  /** The last time that it was corrected. */
  correctedAt: Temporal.Instant | null
  correctedBy: string | null
  correctedBecause: string
  version: number
}

/** The cases of one child, the newest first. */
export async function listInvolvements(tx: Work, childId: string): Promise<Involvement[]> {
  return involvements(tx, sql`i.child_id = ${childId}`)
}

/** Several cases by their ids, of those that may be known of: one question for all. */
export async function findInvolvements(tx: Work, involvementIds: readonly string[]): Promise<Involvement[]> {
  if (involvementIds.length === 0) return []
  return involvements(tx, sql`i.involvement_id = any (${[...involvementIds]}::uuid[])`)
}

/** The cases of some children that have not ended. */
export async function listOpenCases(tx: Work, childIds: readonly string[]): Promise<Involvement[]> {
  if (childIds.length === 0) return []
  return involvements(tx, sql`i.child_id = any (${[...childIds]}::uuid[]) and i.ended_at is null`)
}

/**
 * One case; undefined when there is none, or it may not be known of.
 * @param use to be moved: nobody else moves it until this transaction ends
 */
export async function findInvolvement(
  tx: Work,
  involvementId: string,
  use: 'to-read' | 'to-move' = 'to-read',
): Promise<Involvement | undefined> {
  if (use === 'to-move') {
    // The child before the case, as everywhere: two who hold both in another order would wait for each other for ever.
    await sql`select from child where service_id = current_service() and child_id = (
      select child_id from involvement where service_id = current_service() and involvement_id = ${involvementId}
    ) for no key update`.execute(tx)
    await sql`select from involvement
      where service_id = current_service() and involvement_id = ${involvementId} for update`.execute(tx)
  }
  return (await involvements(tx, sql`i.involvement_id = ${involvementId}`))[0]
}

async function involvements(tx: Work, which: ReturnType<typeof sql>): Promise<Involvement[]> {
  const { rows } = await sql<Involvement>`
    select i.involvement_id as "involvementId", i.child_id as "childId", i.pathway, i.route_in as "routeIn", i.stage,
      i.started_at as "startedAt", i.ended_at as "endedAt", i.ending, i.holder_id as "holderId", a.name as "holderName",
      i.version
    from involvement i left join person_account a on a.service_id = i.service_id and a.user_id = i.holder_id
    where i.service_id = current_service() and ${which}
    order by i.started_at desc, i.involvement_id desc`.execute(tx)
  return rows
}

/** The milestones of a case in the order in which they were recorded. */
export async function listMilestones(tx: Work, involvementId: string): Promise<RecordedStep[]> {
  const { rows } = await sql<RecordedStep>`
    select m.milestone_id as "milestoneId", m.step, m.stage, m.happened_at as at, m.answers, m.words,
      m.recorded_at as "recordedAt", a.name as "recordedBy", m.corrected_at as "correctedAt", c.name as "correctedBy",
      m.corrected_because as "correctedBecause", m.version
    from milestone m join person_account a on a.service_id = m.service_id and a.user_id = m.recorded_by
    left join person_account c on c.service_id = m.service_id and c.user_id = m.corrected_by
    where m.service_id = current_service() and m.involvement_id = ${involvementId}
    order by m.recorded_at, m.milestone_id`.execute(tx)
  return rows
}

/** Missed appointments of a case and their follow-up, as events that clocks listen to. */
export async function listMissed(tx: Work, involvementId: string): Promise<ClockEvent[]> {
  const { rows } = await sql<ClockEvent>`
    select step, at, about from clock_event where service_id = current_service() and involvement_id = ${involvementId}
    order by at`.execute(tx)
  return rows
}

export type NewInvolvement = {
  serviceId: string
  childId: string
  pathway: string
  routeIn: string
  stage: string
  startedAt: Temporal.Instant
}

/** Adds a case. @returns its id */
export async function insertInvolvement(tx: Work, it: NewInvolvement): Promise<string> {
  const row = await tx
    .insertInto('involvement')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      pathway: it.pathway,
      route_in: it.routeIn,
      stage: it.stage,
      started_at: it.startedAt,
    })
    .returning('involvement_id')
    .executeTakeFirstOrThrow()
  return row.involvement_id
}

export type NewMilestone = {
  serviceId: string
  involvementId: string
  childId: string
  step: string
  stage: string
  happenedAt: Temporal.Instant
  recordedBy: string
  answers: Answers
  words: StepWords
}

/** Writes a step down. @returns the id of the milestone */
export async function insertMilestone(tx: Work, it: NewMilestone): Promise<string> {
  const row = await tx
    .insertInto('milestone')
    .values({
      service_id: it.serviceId,
      involvement_id: it.involvementId,
      child_id: it.childId,
      step: it.step,
      stage: it.stage,
      happened_at: it.happenedAt,
      recorded_by: it.recordedBy,
      answers: JSON.stringify(it.answers),
      words: JSON.stringify(it.words),
    })
    .returning('milestone_id')
    .executeTakeFirstOrThrow()
  return row.milestone_id
}

/**
 * Moves a case on, unless somebody else has since it was read.
 * @returns whether it was moved
 */
export async function moveInvolvement(
  tx: Work,
  which: Pick<Involvement, 'involvementId' | 'version'>,
  to: Pick<Involvement, 'stage' | 'ending' | 'endedAt' | 'holderId'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('involvement')
    .set(eb => ({
      stage: to.stage,
      version: eb('version', '+', 1),
      ended_at: to.endedAt,
      ending: to.ending,
      holder_id: to.holderId,
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('involvement_id', '=', which.involvementId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Makes somebody the holder of a case from a moment on; the one before stops being it. */
export async function setHolder(
  tx: Work,
  serviceId: string,
  which: Pick<Involvement, 'involvementId' | 'childId'>,
  userId: string,
  at: Temporal.Instant,
): Promise<void> {
  await endParts(tx, which.involvementId, at, 'holder')
  await tx
    .insertInto('case_worker')
    .values({
      service_id: serviceId,
      child_id: which.childId,
      involvement_id: which.involvementId,
      user_id: userId,
      part: 'holder',
      from_at: at,
    })
    .execute()
}

/** Ends the parts that people have in a case: all of them, or the holder's. */
export async function endParts(
  tx: Work,
  involvementId: string,
  at: Temporal.Instant,
  part?: 'holder',
): Promise<void> {
  let update = tx
    .updateTable('case_worker')
    .set({ until_at: sql<Temporal.Instant>`greatest(from_at, ${at}::timestamptz)` })
    .where('service_id', '=', sql<string>`current_service()`)
    .where('involvement_id', '=', involvementId)
    .where('until_at', 'is', null)
  if (part) update = update.where('part', '=', part)
  await update.execute()
}

/**
 * People who can be named in a case: without those who have a conflict of interest with the child, and in a restricted
 * record only those whom a manager has named, since to anybody else the case would not be there.
 */
export async function listColleagues(
  tx: Work,
  childId: string,
): Promise<{ userId: string; name: string; roles: Role[] }[]> {
  const { rows } = await sql<{ userId: string; name: string; roles: string[] }>`
    select a.user_id as "userId", a.name, a.roles from person_account a
    where a.service_id = current_service() and a.disabled_at is null and not exists (
      select from conflict_of_interest c
      where c.service_id = a.service_id and c.user_id = a.user_id and c.child_id = ${childId})
    and (not exists (select from child_restriction r where r.service_id = a.service_id and r.child_id = ${childId})
      or exists (select from child_access x where x.service_id = a.service_id and x.child_id = ${childId}
        and x.user_id = a.user_id and x.until is null))
    order by a.name, a.user_id`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}
