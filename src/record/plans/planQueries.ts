import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { readHarmSaid } from '../assessments/index.ts'
import { caseEndedAt, isInForce } from './inForceQueries.ts'
import {
  type Contingency,
  type Goal,
  type Plan,
  type PlanHead,
  type Progress,
  type Step,
  standingOf,
} from './plan.ts'
import { listSilences } from './silenceQueries.ts'

const columns = sql`a.plan_id as "planId", a.child_id as "childId", a.involvement_id as "involvementId", a.state,
  a.starts_on as "startsOn", a.review_on as "reviewOn", a.level, a.delivery, a.harmed, a.no_wishes_reason as "noWishesReason",
  p.name as "begunBy", a.begun_at as "begunAt", ${caseEndedAt('a')} as "caseEndedAt", a.version`

const from = sql`from plan a join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by
  where a.service_id = current_service()`

/** The plans with a child, the latest first. */
export async function listPlans(tx: Work, childId: string): Promise<PlanHead[]> {
  const { rows } = await sql<PlanHead>`
    select ${columns} ${from} and a.child_id = ${childId} order by a.begun_at desc, a.plan_id desc`.execute(
    tx,
  )
  return rows
}

/** A plan with all that stands in it; undefined where there is none of this id with this child. */
export async function findPlan(tx: Work, childId: string, planId: string): Promise<Plan | undefined> {
  const id = parseId<'plan'>(planId)
  if (!id) return undefined
  const [heads, goals, steps, progress, contingencies, silences, harmSaid] = await Promise.all([
    sql<PlanHead>`select ${columns} ${from} and a.child_id = ${childId} and a.plan_id = ${id}`.execute(tx),
    sql<Omit<Goal, 'steps' | 'progress'>>`
      select g.goal_id as "goalId", g.plan_id as "planId", g.line_id as "lineId", g.strand, g.words, g.why,
        g.low_words as "lowWords", g.high_words as "highWords", g.outcome, g.outcome_on as "outcomeOn",
        g.outcome_words as "outcomeWords", g.version
      from plan_goal g where g.service_id = current_service() and g.child_id = ${childId} and g.plan_id = ${id}
      order by g.goal_id`.execute(tx),
    sql<Step>`
      select s.step_id as "stepId", s.goal_id as "goalId", s.words, s.who, s.who_user_id as "whoUserId",
        coalesce(w.name, s.who_words) as "whoWords", coalesce(k.called, '') as "whoCalled", s.due_on as "dueOn", s.state, s.state_on as "stateOn",
        s.state_words as "stateWords", s.version
      from plan_step s join plan_goal g on g.service_id = s.service_id and g.goal_id = s.goal_id
        left join person_account w on w.service_id = s.service_id and w.user_id = s.who_user_id
        left join worker_card k on k.service_id = s.service_id and k.user_id = s.who_user_id
      where s.service_id = current_service() and s.child_id = ${childId} and g.plan_id = ${id}
      order by s.due_on nulls last, s.step_id`.execute(tx),
    sql<Progress>`
      select r.line_id as "lineId", r.mark, r.said_by as "saidBy", r.words, r.on_day as on, p.name as "recordedBy",
        r.own_page_id as "ownPageId"
      from plan_progress r left join person_account p on p.service_id = r.service_id and p.user_id = r.recorded_by
      where r.service_id = current_service() and r.child_id = ${childId}
      order by r.on_day, r.recorded_at`.execute(tx),
    sql<Contingency>`
      select c.contingency_id as "contingencyId", c.if_words as "ifWords", c.then_words as "thenWords",
        c.who_words as "whoWords", c.version
      from plan_contingency c where c.service_id = current_service() and c.child_id = ${childId} and c.plan_id = ${id}
      order by c.contingency_id`.execute(tx),
    listSilences(tx, id),
    readHarmSaid(tx, childId, {
      caseId: sql`(select p.involvement_id from plan p where p.service_id = current_service() and p.plan_id = ${id})`,
    }),
  ])
  const [head] = heads.rows
  return (
    head && {
      ...head,
      goals: goals.rows.map(goal => ({
        ...goal,
        steps: steps.rows.filter(({ goalId }) => goalId === goal.goalId),
        progress: progress.rows.filter(({ lineId }) => lineId === goal.lineId),
      })),
      contingencies: contingencies.rows,
      silences,
      harmSaid,
    }
  )
}

/**
 * The plan that is in force (none after its case has ended), and the one that is being written or waits for a senior, each where there is
 * one. Where an ending is taken back after another plan came into force, both are: the first is then `beside` the later one.
 */
export async function currentPlans(
  tx: Work,
  childId: string,
): Promise<{ inForce: Plan | undefined; beside: Plan[]; next: Plan | undefined; earlier: PlanHead[] }> {
  const all = await listPlans(tx, childId)
  const holding = all.filter(plan => standingOf(plan) === 'signed')
  const next = all.find(({ state }) => state === 'open' || state === 'sent')
  const whole = (heads: readonly PlanHead[]) =>
    Promise.all(heads.map(({ planId }) => findPlan(tx, childId, planId)))
  const [[inForce, ...beside], [writing]] = await Promise.all([whole(holding), whole(next ? [next] : [])])
  return {
    inForce,
    beside: beside.filter(plan => plan !== undefined),
    next: writing,
    earlier: all.filter(each => !holding.includes(each) && each !== next),
  }
}

/** A goal of the plan in force that has not ended, with the last mark that was given. */
export type GoalLine = Pick<Goal, 'strand' | 'words'> & { mark: number | null }

/** The goals that are worked on now, by the plan in force. */
export async function listGoalLines(tx: Work, childId: string): Promise<GoalLine[]> {
  const { rows } = await sql<GoalLine>`
    select g.strand, g.words, (select r.mark from plan_progress r
      where r.service_id = g.service_id and r.child_id = g.child_id and r.line_id = g.line_id
      order by r.on_day desc, r.recorded_at desc limit 1) as mark
    from plan_goal g where g.service_id = current_service() and g.child_id = ${childId} and g.outcome is null
      and g.plan_id = (select a.plan_id from plan a where a.service_id = current_service() and a.child_id = ${childId}
        and ${isInForce('a')} order by a.begun_at desc, a.plan_id desc limit 1)
    order by g.goal_id`.execute(tx)
  return rows
}
