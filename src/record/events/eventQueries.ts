import { sql } from 'kysely'
import type { ReviewRule } from '../../engine/assessments/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { caseOfPlanEndedAt } from '../plans/index.ts'
import { worksFor } from '../workforce/index.ts'
import type { Happened } from './askedReviews.ts'

/** An event as somebody has written it down. */
export type SignificantEvent = {
  eventId: string
  childId: string
  kind: string
  happenedOn: Temporal.PlainDate
  toldBy: string
  words: string
  recordedBy: string
  recordedAt: Temporal.Instant
  /** '': it was no mistake. */
  mistakenReason: string
  version: number
}

/** The events of a child that were written down, the latest first; those written by mistake too. */
export async function listEvents(tx: Work, childId: string): Promise<SignificantEvent[]> {
  const { rows } = await sql<SignificantEvent>`
    select e.event_id as "eventId", e.child_id as "childId", e.kind, e.happened_on as "happenedOn", e.told_by as "toldBy",
      e.words, p.name as "recordedBy", e.recorded_at as "recordedAt", e.mistaken_reason as "mistakenReason", e.version
    from significant_event e join person_account p on p.service_id = e.service_id and p.user_id = e.recorded_by
    where e.service_id = current_service() and e.child_id = ${childId}
    order by e.happened_on desc, e.recorded_at desc`.execute(tx)
  return rows
}

/** An event of a child; undefined where there is none of this id. */
export async function findEvent(
  tx: Work,
  childId: string,
  eventId: string,
): Promise<SignificantEvent | undefined> {
  const id = parseId<'event'>(eventId)
  return id && (await listEvents(tx, childId)).find(each => each.eventId === id)
}

type Writing = { serviceId: string; childId: string; by: string; at: Temporal.Instant }

/** Writes an event down. */
export async function insertEvent(
  tx: Work,
  { serviceId, childId, by, at }: Writing,
  it: Pick<SignificantEvent, 'kind' | 'happenedOn' | 'toldBy' | 'words'>,
): Promise<void> {
  await tx
    .insertInto('significant_event')
    .values({
      service_id: serviceId,
      child_id: childId,
      kind: it.kind,
      happened_on: it.happenedOn,
      told_by: it.toldBy,
      words: it.words,
      recorded_by: by,
      recorded_at: at,
    })
    .execute()
}

/** Says that an event was written down by mistake. @returns false where somebody has changed it since */
export async function markMistaken(
  tx: Work,
  { serviceId, childId, by, at }: Writing,
  { eventId, version }: Pick<SignificantEvent, 'eventId' | 'version'>,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('significant_event')
    .set(eb => ({
      mistaken_reason: reason,
      mistaken_by: by,
      mistaken_at: at,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .where('event_id', '=', eventId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whose reviews are asked about: those of one child, of the children whose cases somebody holds or covers for today, or of all. */
export type Whose = { childId: string } | { userId: string } | 'everybody'

/** A question that gives the children about whom it is asked. */
type Those = ReturnType<typeof sql>

type Asked = {
  /** One column, `child_id`. */
  those: Those
  rule: Pick<ReviewRule, 'kinds' | 'forms' | 'assessed'>
  today: Temporal.PlainDate
  /** A form or a plan that is left out: what it would answer, if it were signed. */
  except?: string | undefined
}

/**
 * What happened to those children, by the rule of reviews, as `happened`, and what was signed about them, as `signed`: forms, and plans
 * until these end with their cases. Each counts from when it was written into the record, and a home that was known of before from noon
 * on its day: nobody is late for what they could not know. A home that had ended when it was written down fills the past, and is no move.
 * At last, as `due`: what asks for a review, because something was signed and in force then, and what is a review has not taken it up.
 */
function dueTo({ those, rule: { kinds, forms, assessed }, today, except }: Asked) {
  const from = (source: 'addresses' | 'offences') =>
    Object.keys(kinds).find(kind => kinds[kind]?.alsoFrom === source) ?? null
  const lastSigned = (
    signing: 'assessment_signing' | 'plan_signing',
    key: 'assessment_id' | 'plan_id',
  ) => sql`
    join lateral (select s.signed_at, s.takes_up from ${sql.table(signing)} s
      where s.service_id = a.service_id and ${sql.ref(`s.${key}`)} = ${sql.ref(`a.${key}`)} and s.kind = 'signed'
      order by s.signed_at desc, s.signing_id desc limit 1) s on true`
  return sql`those as (${those}),
    happened (id, child_id, kind, day, "from") as (
      select e.event_id, e.child_id, e.kind, e.happened_on, e.recorded_at from significant_event e join those using (child_id)
      where e.service_id = current_service() and e.mistaken_reason = '' and e.kind = any (${Object.keys(kinds)}::text[])
      union all
      select f.address_id, f.child_id, ${from('addresses')}, f.from_on,
        greatest(f.recorded_at, (f.from_on + time '12:00') at time zone 'Europe/London')
      from child_address f join those using (child_id)
      where f.service_id = current_service() and ${from('addresses')}::text is not null
        and (f.from_on is null or f.from_on <= ${today})
        and (f.until_on is null or f.until_on >= (f.recorded_at at time zone 'Europe/London')::date)
        -- The first home that is written down is no move.
        and exists (select from child_address o where o.service_id = f.service_id and o.child_id = f.child_id
          and o.address_id <> f.address_id
          and case when f.from_on is null then o.recorded_at < f.recorded_at else o.from_on is null or o.from_on < f.from_on end)
      union all
      select o.offence_id, o.child_id, ${from('offences')}, o.committed_on, o.recorded_at
      from offence o join those using (child_id)
      where o.service_id = current_service() and ${from('offences')}::text is not null and o.from_service = ''),
    signed as (
      select a.child_id, s.signed_at as at, s.takes_up, a.form = any (${[...forms]}::text[]) as is_review,
        null::timestamptz as until
      from assessment a join those using (child_id) ${lastSigned('assessment_signing', 'assessment_id')}
      where a.service_id = current_service() and a.state in ('sent', 'signed')
        and a.form = any (${[...forms, ...assessed]}::text[]) and a.assessment_id is distinct from ${except ?? null}
      union all
      select a.child_id, s.signed_at, s.takes_up, true, ${caseOfPlanEndedAt('a')}
      from plan a join those using (child_id) ${lastSigned('plan_signing', 'plan_id')}
      where a.service_id = current_service() and a.state in ('sent', 'signed', 'replaced')
        and a.plan_id is distinct from ${except ?? null}),
    due as (
      select h.*, trim(c.given_name || ' ' || c.family_name) as name
      from happened h join child c on c.service_id = current_service() and c.child_id = h.child_id
      where exists (select from signed s where s.child_id = h.child_id and s.at < h."from"
          and (s.until is null or s.until >= h."from"))
        -- Where nobody was asked what is taken up, what was signed answers all that was written down before.
        and not exists (select from signed s where s.child_id = h.child_id and s.is_review
          and case when s.takes_up is null then s.at >= h."from" else h.id = any (s.takes_up) end))`
}

const columns = sql`h.id, h.child_id as "childId", h.name as "childName", h.kind, h.day, h."from"`

/**
 * What happened to children with an open case since something about them was signed, and that nothing signed has taken up.
 * @param except a form or a plan that is looked at as if it were not signed
 */
export async function listHappened(
  tx: Work,
  whose: Whose,
  rule: Asked['rule'],
  today: Temporal.PlainDate,
  except?: string,
): Promise<Happened[]> {
  const narrowed =
    whose === 'everybody'
      ? sql``
      : 'childId' in whose
        ? sql`and i.child_id = ${whose.childId}`
        : sql`and i.holder_id in ${worksFor(whose.userId, today)}`
  const those = sql`select distinct i.child_id from involvement i
    where i.service_id = current_service() and i.ended_at is null ${narrowed}`
  const { rows } = await sql<Happened>`
    with ${dueTo({ those, rule, today, except })}
    select ${columns} from due h order by h."from", h.child_id, h.id`.execute(tx)
  return rows
}

/** Something that happened while a case was open, and that nobody had reviewed when it ended. */
export type NotReviewed = Happened & { endedAt: Temporal.Instant }

/**
 * What asked for a review of a child in a case that has ended since, and that nothing signed has taken up; nothing while another
 * case is open, in which it is still asked for. A case was open until its ending was recorded, whatever day it is said to have ended.
 */
export async function listNotReviewed(
  tx: Work,
  childId: string,
  rule: Asked['rule'],
  today: Temporal.PlainDate,
): Promise<NotReviewed[]> {
  const those = sql`select i.child_id from involvement i
    where i.service_id = current_service() and i.child_id = ${childId}
    group by i.child_id having every(i.ended_at is not null)`
  const { rows } = await sql<NotReviewed>`
    with ${dueTo({ those, rule, today })}
    select ${columns}, i.ended_at as "endedAt" from due h
    join lateral (select e.ended_at from involvement e
      where e.service_id = current_service() and e.child_id = h.child_id and e.started_at <= h."from"
        and h."from" <= greatest(e.ended_at, (select max(m.recorded_at) from milestone m
          where m.service_id = e.service_id and m.involvement_id = e.involvement_id and m.happened_at = e.ended_at))
      order by e.ended_at desc limit 1) i on true
    order by h."from", h.kind`.execute(tx)
  return rows
}
