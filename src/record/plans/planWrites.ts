import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Contingency, Goal, Outcome, Plan, PlanHead, PlanState, Progress, Step } from './plan.ts'

type Whose = { serviceId: string; childId: string }
type Stamp = { by: string; at: Temporal.Instant }
type Versioned = { version: number }

/**
 * Holds a plan in the state in which it was read until the transaction ends, so that nobody signs it while it is written. Whoever holds an
 * open one writes in it, and does not countersign it.
 * @returns false where it stands otherwise by now
 */
export async function holdPlan(
  tx: Work,
  { planId }: Pick<PlanHead, 'planId'>,
  state: PlanState,
): Promise<boolean> {
  const { rows } = await sql`
    select from plan where service_id = current_service() and plan_id = ${planId} and state = ${state} for share`.execute(
    tx,
  )
  if (rows.length === 1 && state === 'open') await noteWriter(tx, planId)
  return rows.length === 1
}

/** Notes that whoever asks has written in a plan; nobody where the program itself does. The words of the child’s copy are a part of it. */
export async function noteWriter(tx: Work, planId: string): Promise<void> {
  await sql`
    insert into plan_writer (service_id, plan_id, user_id, child_id)
    select p.service_id, p.plan_id, current_person(), p.child_id from plan p
    where p.service_id = current_service() and p.plan_id = ${planId} and current_person() is not null
    on conflict do nothing`.execute(tx)
}

/** Holds the child’s row, so that of two who begin a plan at once the second finds the first’s. */
export async function holdPlansOf(tx: Work, childId: string): Promise<void> {
  await sql`select from child where service_id = current_service() and child_id = ${childId} for update`.execute(
    tx,
  )
}

type Row = {
  table: 'plan_goal' | 'plan_step' | 'plan_contingency'
  key: 'goal_id' | 'step_id' | 'contingency_id'
  id: string
  version: number
}

/** Changes a row as it was read. @returns false where somebody else was quicker */
async function changeRow(
  tx: Work,
  { table, key, id, version }: Row,
  columns: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const said = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.join(said)}, version = version + 1
    where service_id = current_service() and ${sql.ref(key)} = ${id} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/**
 * Begins a plan; with what is still open in another where one is given. When the work began, how often they meet and whether anybody
 * was harmed go on from there only within the same case.
 * @returns its id
 */
export async function insertPlan(
  tx: Work,
  it: Whose & Stamp & { involvementId: string | null; after: Plan | undefined },
): Promise<string> {
  const { serviceId, childId, after } = it
  const goesOn = after?.involvementId === it.involvementId ? after : undefined
  const { plan_id: planId } = await tx
    .insertInto('plan')
    .values({
      service_id: serviceId,
      child_id: childId,
      involvement_id: it.involvementId,
      begun_by: it.by,
      begun_at: it.at,
      level: goesOn?.level ?? null,
      starts_on: goesOn?.startsOn ?? null,
      delivery: after?.delivery ?? '',
      harmed: goesOn?.harmed ?? null,
    })
    .returning('plan_id')
    .executeTakeFirstOrThrow()
  for (const goal of after?.goals.filter(({ outcome }) => outcome === null) ?? []) {
    const goalId = await insertGoal(tx, { serviceId, childId, planId }, goal, goal.lineId)
    for (const step of goal.steps.filter(({ state }) => state === 'to-do'))
      await insertStep(tx, { serviceId, childId, goalId }, step)
  }
  for (const each of after?.contingencies ?? [])
    await insertContingency(tx, { serviceId, childId, planId }, each)
  await noteWriter(tx, planId)
  return planId
}

export type AboutPlan = Pick<
  PlanHead,
  'startsOn' | 'reviewOn' | 'level' | 'delivery' | 'harmed' | 'noWishesReason'
>

/** Writes what a plan says about itself. @returns false where somebody else was quicker */
export async function changePlan(
  tx: Work,
  { planId, version }: Pick<PlanHead, 'planId'> & Versioned,
  to: AboutPlan,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plan')
    .set(eb => ({
      starts_on: to.startsOn,
      review_on: to.reviewOn,
      level: to.level,
      delivery: to.delivery,
      harmed: to.harmed,
      no_wishes_reason: to.noWishesReason,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('plan_id', '=', planId)
    .where('state', '=', 'open')
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) await noteWriter(tx, planId)
  return numUpdatedRows === 1n
}

export type GoalSaid = Pick<Goal, 'strand' | 'words' | 'why' | 'lowWords' | 'highWords'>

const goalColumns = (said: GoalSaid) => ({
  strand: said.strand,
  words: said.words,
  why: said.why,
  low_words: said.lowWords,
  high_words: said.highWords,
})

/** Adds a goal; along the line of one in an earlier plan where it is the same. @returns its id */
export async function insertGoal(
  tx: Work,
  { serviceId, childId, planId }: Whose & { planId: string },
  said: GoalSaid,
  lineId?: string,
): Promise<string> {
  const { goal_id } = await tx
    .insertInto('plan_goal')
    .values({
      service_id: serviceId,
      child_id: childId,
      plan_id: planId,
      line_id: lineId ?? sql<string>`uuidv7()`,
      ...goalColumns(said),
    })
    .returning('goal_id')
    .executeTakeFirstOrThrow()
  return goal_id
}

/** @returns false where somebody else was quicker */
export async function changeGoal(
  tx: Work,
  { goalId, version }: Pick<Goal, 'goalId'> & Versioned,
  to: GoalSaid,
): Promise<boolean> {
  return changeRow(tx, { table: 'plan_goal', key: 'goal_id', id: goalId, version }, goalColumns(to))
}

/** Takes a goal with its steps out of a plan that is being written. The audit keeps them. */
export async function deleteGoal(tx: Work, { goalId }: Pick<Goal, 'goalId'>): Promise<void> {
  await sql`delete from plan_step where service_id = current_service() and goal_id = ${goalId}`.execute(tx)
  await sql`delete from plan_goal where service_id = current_service() and goal_id = ${goalId}`.execute(tx)
}

/** Says how a goal ended. @returns false where somebody else was quicker */
export async function endGoal(
  tx: Work,
  { goalId, version }: Pick<Goal, 'goalId'> & Versioned,
  to: { outcome: Outcome; on: Temporal.PlainDate; words: string },
): Promise<boolean> {
  return changeRow(
    tx,
    { table: 'plan_goal', key: 'goal_id', id: goalId, version },
    { outcome: to.outcome, outcome_on: to.on, outcome_words: to.words },
  )
}

export type StepSaid = Pick<Step, 'words' | 'who' | 'whoUserId' | 'whoWords' | 'dueOn'>

const stepColumns = ({ words, who, whoUserId, whoWords, dueOn }: StepSaid) => ({
  words,
  who,
  who_user_id: who === 'worker' ? whoUserId : null,
  // A worker’s name is the account’s, and changes with it.
  who_words: who === 'worker' ? '' : whoWords,
  due_on: dueOn,
})

export async function insertStep(
  tx: Work,
  { serviceId, childId, goalId }: Whose & { goalId: string },
  said: StepSaid & Partial<Pick<Step, 'state' | 'stateOn' | 'stateWords'>>,
): Promise<void> {
  const { state = 'to-do', stateOn = null, stateWords = '' } = said
  await tx
    .insertInto('plan_step')
    .values({
      service_id: serviceId,
      child_id: childId,
      goal_id: goalId,
      ...stepColumns(said),
      state,
      state_on: stateOn,
      state_words: stateWords,
    })
    .execute()
}

/** @returns false where somebody else was quicker */
export async function changeStep(
  tx: Work,
  { stepId, version }: Pick<Step, 'stepId'> & Versioned,
  to: StepSaid,
): Promise<boolean> {
  return changeRow(tx, { table: 'plan_step', key: 'step_id', id: stepId, version }, stepColumns(to))
}

/** Takes a step out of a plan that is being written. The audit keeps it. */
export async function deleteStep(tx: Work, { stepId }: Pick<Step, 'stepId'>): Promise<void> {
  await sql`delete from plan_step where service_id = current_service() and step_id = ${stepId}`.execute(tx)
}

/** Says whether a step was done. @returns false where somebody else was quicker */
export async function settleStep(
  tx: Work,
  { stepId, version }: Pick<Step, 'stepId'> & Versioned,
  to: Pick<Step, 'state' | 'stateOn' | 'stateWords'>,
): Promise<boolean> {
  return changeRow(
    tx,
    { table: 'plan_step', key: 'step_id', id: stepId, version },
    { state: to.state, state_on: to.stateOn, state_words: to.stateWords },
  )
}

/** Whoever wrote a mark down: somebody who works here, or the child or a parent on a page of their own. */
type MarkedBy = { by: string } | { ownPageId: string }

/** Writes down how a goal is going, in the child’s own measure. */
export async function insertProgress(
  tx: Work,
  it: Whose & MarkedBy & { at: Temporal.Instant } & Omit<Progress, 'recordedBy'>,
): Promise<void> {
  await tx
    .insertInto('plan_progress')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      line_id: it.lineId,
      mark: it.mark,
      said_by: it.saidBy,
      words: it.words,
      on_day: it.on,
      recorded_by: 'by' in it ? it.by : null,
      own_page_id: 'ownPageId' in it ? it.ownPageId : null,
      recorded_at: it.at,
    })
    .execute()
}

export type ContingencySaid = Pick<Contingency, 'ifWords' | 'thenWords' | 'whoWords'>

const contingencyColumns = (said: ContingencySaid) => ({
  if_words: said.ifWords,
  then_words: said.thenWords,
  who_words: said.whoWords,
})

export async function insertContingency(
  tx: Work,
  { serviceId, childId, planId }: Whose & { planId: string },
  said: ContingencySaid,
): Promise<void> {
  await tx
    .insertInto('plan_contingency')
    .values({ service_id: serviceId, child_id: childId, plan_id: planId, ...contingencyColumns(said) })
    .execute()
}

/** @returns false where somebody else was quicker */
export async function changeContingency(
  tx: Work,
  { contingencyId, version }: Pick<Contingency, 'contingencyId'> & Versioned,
  to: ContingencySaid,
): Promise<boolean> {
  return changeRow(
    tx,
    { table: 'plan_contingency', key: 'contingency_id', id: contingencyId, version },
    contingencyColumns(to),
  )
}

/** Takes it out of a plan that is being written. The audit keeps it. */
export async function deleteContingency(
  tx: Work,
  { contingencyId }: Pick<Contingency, 'contingencyId'>,
): Promise<void> {
  await sql`delete from plan_contingency where service_id = current_service() and contingency_id = ${contingencyId}`.execute(
    tx,
  )
}
