import type { Work } from '../../platform/database/index.ts'
import type { Progress, Step } from './plan.ts'
import { findPlan } from './planQueries.ts'
import {
  type AboutPlan,
  type ContingencySaid,
  changePlan,
  type GoalSaid,
  insertContingency,
  insertGoal,
  insertPlan,
  insertProgress,
  insertStep,
  type StepSaid,
} from './planWrites.ts'

/** A whole plan, as it is made at once: steps that were done, and marks that were given, with it. */
export type WholePlan = AboutPlan & {
  involvementId: string | null
  goals: readonly (GoalSaid & {
    steps: readonly (StepSaid & Pick<Step, 'state' | 'stateOn' | 'stateWords'>)[]
    progress: readonly Omit<Progress, 'lineId' | 'recordedBy'>[]
  })[]
  contingencies: readonly ContingencySaid[]
}

type Whose = { serviceId: string; childId: string; by: string; at: Temporal.Instant }

/** Writes a whole plan at once. @returns it, not signed yet */
export async function writePlan(tx: Work, whose: Whose, it: WholePlan) {
  const { serviceId, childId } = whose
  const planId = await insertPlan(tx, { ...whose, involvementId: it.involvementId, after: undefined })
  await changePlan(tx, { planId, version: 1 }, it)
  for (const goal of it.goals) {
    const goalId = await insertGoal(tx, { serviceId, childId, planId }, goal)
    for (const step of goal.steps) await insertStep(tx, { serviceId, childId, goalId }, step)
    const lineId = goal.progress.length === 0 ? undefined : await lineOf(tx, childId, planId, goalId)
    if (lineId) for (const each of goal.progress) await insertProgress(tx, { ...whose, ...each, lineId })
  }
  for (const each of it.contingencies) await insertContingency(tx, { serviceId, childId, planId }, each)
  const plan = await findPlan(tx, childId, planId)
  if (!plan) throw new Error('the plan that was written is not there')
  return plan
}

async function lineOf(tx: Work, childId: string, planId: string, goalId: string) {
  const plan = await findPlan(tx, childId, planId)
  return plan?.goals.find(goal => goal.goalId === goalId)?.lineId
}
