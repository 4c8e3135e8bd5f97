import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

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
    with held as (
      select i.child_id, i.involvement_id from involvement i
      where i.service_id = current_service() and i.ended_at is null
        and (i.holder_id = ${userId} or i.holder_id in (select l.user_id from worker_leave l
          where l.service_id = current_service() and l.covered_by = ${userId} and ${today} between l.from_on and l.until_on)))
    select distinct on (p.review_on, p.plan_id) p.plan_id as "planId", p.child_id as "childId",
      trim(c.given_name || ' ' || c.family_name) as "childName", p.review_on as "reviewOn"
    from held h join plan p on p.service_id = current_service() and p.child_id = h.child_id
        and (p.involvement_id is null or p.involvement_id = h.involvement_id)
      join child c on c.service_id = p.service_id and c.child_id = p.child_id
    where p.state = 'signed' and p.review_on <= ${last}
    order by p.review_on, p.plan_id`.execute(tx)
  return rows
}
