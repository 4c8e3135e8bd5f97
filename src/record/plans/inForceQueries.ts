import { sql } from 'kysely'

/**
 * When the case ended that a plan is for. A plan of no case ended at the first moment after it was begun when a case ended and none
 * was open; what opens later does not bring it back. Taken from the cases themselves: an ending that is taken back does.
 * @param plan what the table of plans is called in the question
 */
export const caseEndedAt = (plan: string) => {
  const of = sql.ref(plan)
  return sql`case
  when ${of}.involvement_id is not null then (select i.ended_at from involvement i
    where i.service_id = ${of}.service_id and i.involvement_id = ${of}.involvement_id)
  else (select min(i.ended_at) from involvement i
    where i.service_id = ${of}.service_id and i.child_id = ${of}.child_id and i.ended_at >= ${of}.begun_at
      and not exists (select from involvement o where o.service_id = i.service_id and o.child_id = i.child_id
        and o.started_at <= i.ended_at and (o.ended_at is null or o.ended_at > i.ended_at))) end`
}

/** Whether a plan is in force: signed to the end, not replaced, and not ended with its case. */
export const isInForce = (plan: string) =>
  sql`${sql.ref(plan)}.state = 'signed' and ${caseEndedAt(plan)} is null`
