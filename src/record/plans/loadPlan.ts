import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import { type Answer, forbidden, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { type Child, childOf, planPath } from '../children/index.ts'
import { onePlanPath } from './paths.ts'
import { type Contingency, endedOn, type Goal, type Plan, type PlanState, type Step } from './plan.ts'
import { findPlan } from './planQueries.ts'

/** A plan with the child whose it is. */
export type Loaded = { child: Child; plan: Plan; today: Temporal.PlainDate }

type Which = Pick<Plan, 'childId' | 'planId' | 'state' | 'caseEndedAt'>

/** Where a plan is read: under the child’s own section while it is in force or being written. */
export function planHref(plan: Which): string {
  return plan.state === 'replaced' || plan.state === 'set-aside' || endedOn(plan)
    ? onePlanPath.to(plan)
    : planPath.to({ childId: plan.childId })
}

/** Finds the plan of an address for somebody who may write in it while it stands in one of these states. */
export async function loadPlan(
  request: Request,
  states: readonly PlanState[],
): Promise<Result<Loaded, Answer>> {
  const { tx, params, today, who } = request
  const child = await childOf(request)
  const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
  if (!child || !plan) return refused(notFound)
  if (!may('plans.write', who.roles, child.isRelated)) return refused(forbidden())
  if (endedOn(plan))
    return refused(turnBack(planHref(plan), 'The plan has ended with its case. Begin a new one.'))
  return states.includes(plan.state)
    ? ok({ child, plan, today })
    : refused(
        turnBack(
          planHref(plan),
          plan.state === 'signed'
            ? 'The plan is signed. What has changed belongs in the next plan.'
            : 'That cannot be done to this plan as it stands.',
        ),
      )
}

/** The plan and its goal of an address. */
export async function loadGoal(
  request: Request,
  states: readonly PlanState[],
): Promise<Result<Loaded & { goal: Goal }, Answer>> {
  const loaded = await loadPlan(request, states)
  if (!loaded.ok) return loaded
  const goal = loaded.value.plan.goals.find(({ goalId }) => goalId === request.params.goalId)
  return goal ? ok({ ...loaded.value, goal }) : refused(notFound)
}

/** The plan, its goal and the step of an address. */
export async function loadStep(
  request: Request,
  states: readonly PlanState[],
): Promise<Result<Loaded & { goal: Goal; step: Step }, Answer>> {
  const loaded = await loadGoal(request, states)
  if (!loaded.ok) return loaded
  const step = loaded.value.goal.steps.find(({ stepId }) => stepId === request.params.stepId)
  return step ? ok({ ...loaded.value, step }) : refused(notFound)
}

/** The plan and what is done if something goes wrong, of an address. */
export async function loadContingency(
  request: Request,
  states: readonly PlanState[],
): Promise<Result<Loaded & { contingency: Contingency }, Answer>> {
  const loaded = await loadPlan(request, states)
  if (!loaded.ok) return loaded
  const contingency = loaded.value.plan.contingencies.find(
    ({ contingencyId }) => contingencyId === request.params.contingencyId,
  )
  return contingency ? ok({ ...loaded.value, contingency }) : refused(notFound)
}

/** What is said to whoever was overtaken: somebody else has signed, or changed, what they write in. */
export const overtaken = (plan: Which): Answer =>
  turnBack(planHref(plan), 'Somebody else has just signed or changed this plan. Look at it again.')
