import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { StepWords } from './caseQueries.ts'

export type NewHandOver = {
  serviceId: string
  childId: string
  involvementId: string
  milestoneId: string
  /** Whoever held the case until then; null: nobody did. */
  from: string | null
  to: string
  givenAt: Temporal.Instant
  readAt: Temporal.Instant | null
}

/** Writes down that a case was given to somebody: it stands on their day until they say that they have read it. */
export async function insertHandOver(tx: Work, it: NewHandOver): Promise<void> {
  await tx
    .insertInto('hand_over')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      involvement_id: it.involvementId,
      milestone_id: it.milestoneId,
      from_user: it.from,
      to_user: it.to,
      given_at: it.givenAt,
      read_at: it.readAt,
    })
    .execute()
}

/** A case that was given to somebody, with the note that came with it. */
export type HandOver = {
  handOverId: string
  childId: string
  involvementId: string
  toUser: string
  toName: string
  fromName: string | null
  givenByName: string
  givenAt: Temporal.Instant
  readAt: Temporal.Instant | null
  words: StepWords
}

/** One hand-over of a case; undefined where there is none. */
export async function findHandOver(
  tx: Work,
  involvementId: string,
  handOverId: string,
): Promise<HandOver | undefined> {
  const { rows } = await sql<HandOver>`
    select h.hand_over_id as "handOverId", h.child_id as "childId", h.involvement_id as "involvementId",
      h.to_user as "toUser", t.name as "toName", f.name as "fromName", g.name as "givenByName", h.given_at as "givenAt",
      h.read_at as "readAt", m.words
    from hand_over h
    join milestone m on m.service_id = h.service_id and m.milestone_id = h.milestone_id
    join person_account t on t.service_id = h.service_id and t.user_id = h.to_user
    join person_account g on g.service_id = m.service_id and g.user_id = m.recorded_by
    left join person_account f on f.service_id = h.service_id and f.user_id = h.from_user
    where h.service_id = current_service() and h.involvement_id = ${involvementId} and h.hand_over_id = ${handOverId}`.execute(
    tx,
  )
  return rows[0]
}

/** Says that whoever was given a case has read the note; an earlier reading stands. */
export async function markRead(tx: Work, handOverId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update hand_over set read_at = ${at}
    where service_id = current_service() and hand_over_id = ${handOverId} and to_user = current_person() and read_at is null`.execute(
    tx,
  )
}

/** Says that the person of this transaction has read all that was given to them before a moment. */
export async function markReadBefore(
  tx: Work,
  before: Temporal.Instant,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update hand_over set read_at = ${at}
    where service_id = current_service() and to_user = current_person() and read_at is null and given_at < ${before}`.execute(
    tx,
  )
}

/** Somebody who held a case, from when until when, and the hand-over by which they came to it. */
export type HeldBy = {
  userId: string
  name: string
  from: Temporal.Instant
  until: Temporal.Instant | null
  handOverId: string | null
  readAt: Temporal.Instant | null
}

/** Who holds a case now, and from when on: the moment at which it was given, where it was handed over. */
export async function findHolding(
  tx: Work,
  involvementId: string,
): Promise<{ name: string; since: Temporal.Instant } | undefined> {
  const { rows } = await sql<{ name: string; since: Temporal.Instant }>`
    select a.name, coalesce((select max(h.given_at) from hand_over h where h.service_id = w.service_id
      and h.involvement_id = w.involvement_id and h.to_user = w.user_id and h.given_at >= w.from_at), w.from_at) as since
    from case_worker w join person_account a on a.service_id = w.service_id and a.user_id = w.user_id
    where w.service_id = current_service() and w.involvement_id = ${involvementId} and w.part = 'holder' and w.until_at is null
    order by w.from_at desc limit 1`.execute(tx)
  return rows[0]
}

/** Everybody who has held a case, the latest first. */
export async function listHolders(tx: Work, involvementId: string): Promise<HeldBy[]> {
  const { rows } = await sql<HeldBy>`
    select w.user_id as "userId", a.name, w.from_at as from, w.until_at as until, h.hand_over_id as "handOverId",
      h.read_at as "readAt"
    from case_worker w
    join person_account a on a.service_id = w.service_id and a.user_id = w.user_id
    left join lateral (
      select h.hand_over_id, h.read_at from hand_over h join milestone m
        on m.service_id = h.service_id and m.milestone_id = h.milestone_id and m.happened_at = w.from_at
      where h.service_id = w.service_id and h.involvement_id = w.involvement_id and h.to_user = w.user_id
      order by h.given_at desc limit 1) h on true
    where w.service_id = current_service() and w.involvement_id = ${involvementId} and w.part = 'holder'
    order by w.from_at desc, w.until_at desc nulls first`.execute(tx)
  return rows
}
