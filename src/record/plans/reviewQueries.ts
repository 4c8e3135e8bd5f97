import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { heldByAnybody, heldOrCovered } from '../workforce/index.ts'
import { isInForce } from './inForceQueries.ts'

/** How many days before its day a review is said to be near. The program’s own number. */
export const daysBeforeReview = 14

/** A plan in force whose review is near, due or overdue. */
export type PlanToReview = {
  planId: string
  childId: string
  childName: string
  reviewOn: Temporal.PlainDate
}

/**
 * The plans in force of the open cases that somebody holds or covers for, whose day of review is at most two weeks ahead; the most
 * pressing first. A plan for no case is for those who hold a case of the child.
 */
export async function listPlansToReview(
  tx: Work,
  userId: string,
  today: Temporal.PlainDate,
): Promise<PlanToReview[]> {
  const last = today.add({ days: daysBeforeReview })
  const { rows } = await sql<PlanToReview>`
    with held as (${heldOrCovered(userId, today)})
    select distinct on (p.review_on, p.plan_id) p.plan_id as "planId", p.child_id as "childId",
      trim(c.given_name || ' ' || c.family_name) as "childName", p.review_on as "reviewOn"
    from held h join plan p on p.service_id = current_service() and p.child_id = h.child_id
        and (p.involvement_id is null or p.involvement_id = h.involvement_id)
      join child c on c.service_id = p.service_id and c.child_id = p.child_id
    where ${isInForce('p')} and p.review_on <= ${last}
    order by p.review_on, p.plan_id`.execute(tx)
  return rows
}

/** Of how many plans the day of review has passed, by whoever holds the case or covers for them. */
export async function countReviewsPassed(
  tx: Work,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ userId: string; count: number }>`
    select h.user_id as "userId", count(distinct p.plan_id)::int as count
    from (${heldByAnybody(today)}) h join plan p on p.service_id = current_service() and p.child_id = h.child_id
      and (p.involvement_id is null or p.involvement_id = h.involvement_id)
    where p.review_on < ${today} and ${isInForce('p')} group by 1`.execute(tx)
  return new Map(rows.map(({ userId, count }) => [userId, count]))
}

/** For how many days what was said of somebody who was harmed stands on the day of whoever works with the child. The program’s own number. */
export const daysToldOf = 14

/** Somebody who was harmed of whom something was said since the plan in force was signed. */
export type VoiceSince = { childId: string; childName: string; knownAs: string; saidAt: Temporal.Instant }

/** What was said of late of those who were harmed by the children with whom somebody works, and that no plan has answered yet. */
export async function listVoicesSince(
  tx: Work,
  userId: string,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<VoiceSince[]> {
  const since = now.subtract({ hours: 24 * daysToldOf })
  const { rows } = await sql<VoiceSince>`
    with held as (${heldOrCovered(userId, today)})
    select distinct on (v.child_id, v.victim_id) v.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      v.known_as as "knownAs", v.recorded_at as "saidAt"
    from (select distinct child_id from held) h
      join victim_voice v on v.service_id = current_service() and v.child_id = h.child_id
      join child c on c.service_id = v.service_id and c.child_id = v.child_id
    where v.recorded_at > ${since} and not v.is_withdrawn and v.recorded_by <> ${userId}
      and exists (select from plan p where p.service_id = v.service_id and p.child_id = v.child_id and ${isInForce('p')})
      and v.recorded_at > (select max(s.signed_at) from plan_signing s join plan p on p.service_id = s.service_id and p.plan_id = s.plan_id
        where s.service_id = v.service_id and s.child_id = v.child_id and s.kind = 'signed' and p.state in ('signed', 'sent'))
    order by v.child_id, v.victim_id, v.recorded_at desc`.execute(tx)
  return rows
}
