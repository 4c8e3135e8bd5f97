import type { Work } from '../../platform/database/index.ts'
import { type SigningKind, stateAfter } from '../assessments/index.ts'
import type { Plan, PlanHead, PlanState } from './plan.ts'
import { insertPlanSigning } from './signingQueries.ts'

/** Every plan is countersigned by a senior. Practice of the service, §4: management oversight. */
const countersigned = { countersignedBy: ['senior', 'manager'] } as const

/** How a plan stands after something was signed; undefined where that cannot be done. */
export const planAfter = ({ state }: Pick<Plan, 'state'>, kind: SigningKind): PlanState | undefined =>
  state === 'replaced' ? undefined : stateAfter(state, kind, countersigned)

/**
 * Signs a plan, countersigns it, gives it back, takes it back or sets it aside, as it was read.
 * @returns how it stands now; undefined where that cannot be done, or somebody else was quicker
 */
export async function signPlan(
  tx: Work,
  plan: Pick<PlanHead, 'childId' | 'planId' | 'version' | 'state'>,
  it: {
    serviceId: string
    kind: SigningKind
    words: string
    takesUp?: readonly string[]
    by: string
    at: Temporal.Instant
  },
): Promise<PlanState | undefined> {
  const becomes = planAfter(plan, it.kind)
  const { childId, planId, version } = plan
  const isDone =
    becomes !== undefined && (await insertPlanSigning(tx, { childId, planId, version, becomes, ...it }))
  return isDone ? becomes : undefined
}
