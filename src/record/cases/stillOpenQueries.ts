import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { planIsInForce } from '../plans/index.ts'

type OfCase = { childId: string; involvementId: string }

/** A form or a plan that somebody writes, or that was given back to them, or that waits for a senior. */
export type Unfinished = { id: string; state: 'open' | 'sent'; isGivenBack: boolean }
export type UnfinishedForm = Unfinished & { form: string }

/** What of a case would be left standing by its ending. */
export type LeftStanding = {
  appointments: {
    appointmentId: string
    kind: string
    startsAt: Temporal.Instant
    state: 'planned' | 'missed'
  }[]
  alerts: { alertId: string; kind: string; text: string }[]
}

/** Planned appointments of a case, missed ones that nobody has followed up, and the open alerts about its child. */
export async function readLeftStanding(tx: Work, { childId, involvementId }: OfCase): Promise<LeftStanding> {
  const appointments = await sql<LeftStanding['appointments'][number]>`
    select a.appointment_id as "appointmentId", a.kind, a.starts_at as "startsAt", a.state from appointment a
    where a.service_id = current_service() and a.involvement_id = ${involvementId}
      and (a.state = 'planned' or (a.state = 'missed' and a.reason_is_acceptable is not true and a.followed_up_at is null))
    order by a.starts_at, a.appointment_id`.execute(tx)
  const alerts = await sql<LeftStanding['alerts'][number]>`
    select l.child_alert_id as "alertId", l.kind, l.text from child_alert l
    where l.service_id = current_service() and l.child_id = ${childId} and l.ended_at is null order by l.raised_at`.execute(
    tx,
  )
  return { appointments: appointments.rows, alerts: alerts.rows }
}

/** The forms of a case, and of the child’s that are of no case, that are not finished; those begun first first. */
export async function listUnfinishedForms(
  tx: Work,
  { childId, involvementId }: OfCase,
): Promise<UnfinishedForm[]> {
  const { rows } = await sql<UnfinishedForm>`
    select a.assessment_id as id, a.form, a.state, a.state = 'open' and coalesce((select s.kind = 'returned'
      from assessment_signing s where s.service_id = a.service_id and s.assessment_id = a.assessment_id
      order by s.signed_at desc, s.signing_id desc limit 1), false) as "isGivenBack"
    from assessment a
    where a.service_id = current_service() and a.child_id = ${childId} and a.state in ('open', 'sent')
      and (a.involvement_id = ${involvementId} or a.involvement_id is null)
    order by a.begun_at, a.assessment_id`.execute(tx)
  return rows
}

/** The plans of a case, and of the child’s that are of no case, that are being written or wait for a senior. */
export async function listUnfinishedPlans(
  tx: Work,
  { childId, involvementId }: OfCase,
): Promise<Unfinished[]> {
  const { rows } = await sql<Unfinished>`
    select p.plan_id as id, p.state, p.state = 'open' and coalesce((select s.kind = 'returned'
      from plan_signing s where s.service_id = p.service_id and s.plan_id = p.plan_id
      order by s.signed_at desc, s.signing_id desc limit 1), false) as "isGivenBack"
    from plan p
    where p.service_id = current_service() and p.child_id = ${childId} and p.state in ('open', 'sent')
      and (p.involvement_id = ${involvementId} or p.involvement_id is null)
    order by p.begun_at, p.plan_id`.execute(tx)
  return rows
}

/** A step of the plan in force that is still to be done. */
export type StepToDo = { stepId: string; words: string; dueOn: Temporal.PlainDate | null }

/** The steps of the plan in force, of a case or of none, that are still to be done towards goals that have not ended. */
export async function listStepsToDo(tx: Work, { childId, involvementId }: OfCase): Promise<StepToDo[]> {
  const { rows } = await sql<StepToDo>`
    select s.step_id as "stepId", s.words, s.due_on as "dueOn"
    from plan_step s
      join plan_goal g on g.service_id = s.service_id and g.goal_id = s.goal_id and g.outcome is null
      join plan p on p.service_id = g.service_id and p.plan_id = g.plan_id and ${planIsInForce('p')}
    where s.service_id = current_service() and s.child_id = ${childId} and s.state = 'to-do'
      and (p.involvement_id = ${involvementId} or p.involvement_id is null)
    order by s.due_on nulls last, s.step_id`.execute(tx)
  return rows
}

/** How many messages of the pages of a child and the parents nobody has heard. */
export async function countUnheard(tx: Work, childId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from own_message m
    where m.service_id = current_service() and m.child_id = ${childId} and m.heard_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

/** How many whom a child has harmed are still to be reached. Who they are stays behind the wall, as the count does for most. */
export async function countToContact(tx: Work, childId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct v.victim_id)::int as count
    from victim_of o join victim v on v.service_id = o.service_id and v.victim_id = o.victim_id
    where o.service_id = current_service() and o.child_id = ${childId} and v.closed_on is null
      and v.consent in ('not-asked', 'yes') and not exists (select from victim_contact c
        where c.service_id = v.service_id and c.victim_id = v.victim_id and c.was_reached)`.execute(tx)
  return rows[0]?.count ?? 0
}
