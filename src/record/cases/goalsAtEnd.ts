import { type Answers, type ChoiceField, type Fields, reasonKey } from '../../engine/forms/index.ts'
import type { Step } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  currentPlans,
  endGoal,
  findPlan,
  type Goal,
  holdPlan,
  lastMark,
  type Outcome,
  outcomes,
  type Plan,
  strands,
} from '../plans/index.ts'
import type { Involvement } from './caseQueries.ts'

const prefix = 'goal-of-plan-'
const keyOf = ({ goalId }: Pick<Goal, 'goalId'>) => `${prefix}${goalId}`

/**
 * The plan of a case whose goals a step ends: the one in force, or that was when the case ended. Undefined where the step ends none,
 * or there is no such plan.
 */
export async function planToEnd(
  tx: Work,
  { endsGoals }: Pick<Step, 'endsGoals'>,
  { childId, involvementId }: Pick<Involvement, 'childId' | 'involvementId'>,
): Promise<Plan | undefined> {
  if (!endsGoals) return undefined
  const { inForce, beside, earlier } = await currentPlans(tx, childId)
  const held = [inForce, ...beside].find(plan => plan?.involvementId === involvementId)
  if (held) return held
  const ended = earlier.find(plan => plan.state === 'signed' && plan.involvementId === involvementId)
  return ended && findPlan(tx, childId, ended.planId)
}

/** The goals of a plan about which nobody has said yet how they ended. */
export const goalsNotEnded = ({ goals }: Pick<Plan, 'goals'>): Goal[] =>
  goals.filter(({ outcome }) => outcome === null)

/** The questions of a step, with those about the goals of the plan where the ones about typed goals stood; first, where it asks of none. */
export function withGoalsOf(
  plan: Pick<Plan, 'goals'> | undefined,
  { endsGoals = [] }: Pick<Step, 'endsGoals'>,
  fields: Fields,
): Fields {
  if (!plan) return fields
  const asked = goalsNotEnded(plan).map((goal): [string, ChoiceField] => [keyOf(goal), askedOf(goal)])
  const [first] = endsGoals
  if (first === undefined) return { ...Object.fromEntries(asked), ...fields }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (name === first) return asked
      return endsGoals.includes(name) ? [] : [[name, field]]
    }),
  )
}

/** How a goal ended: it may be left open, and whoever says it says also what helped or got in the way, as in the plan. */
function askedOf(goal: Goal): ChoiceField {
  const last = lastMark(goal)
  const mark = last ? `Last mark: ${last.mark} of 10, on ${writeDate(last.on)}.` : 'No mark has been given.'
  return {
    kind: 'choice',
    label: `How did this goal end? ${goal.words}`,
    hint: `${strands[goal.strand].title}. ${mark}`,
    options: outcomeIds().map(value => ({
      value,
      label: outcomes[value],
      needsReason: 'Say what helped, or what got in the way',
    })),
  }
}

/** Asked when it is needed: plans stand on cases too, and may not be loaded yet when this file is. */
const outcomeIds = () => Object.keys(outcomes) as Outcome[]

/** What is said about goals that are not asked about any more: somebody has ended them, or another plan is in force since. */
export function isAboutOtherGoals(plan: Pick<Plan, 'goals'> | undefined, sent: readonly string[]): boolean {
  const asked = plan ? goalsNotEnded(plan).map(keyOf) : []
  return sent.some(name => name.startsWith(prefix) && !asked.some(key => name.startsWith(key)))
}

/** The answers of a step without those about the goals of a plan: these stand in the plan alone. */
export function withoutGoals(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith(prefix)))
}

/**
 * Writes into the plan how its goals ended, as far as it was said.
 * @returns how many; undefined where somebody has changed the plan in the meantime: nothing may be kept then
 */
export async function endGoalsOf(
  tx: Work,
  plan: Plan,
  answers: Answers,
  on: Temporal.PlainDate,
): Promise<number | undefined> {
  const said = goalsNotEnded(plan).flatMap(goal => {
    const outcome = outcomeIds().find(value => value === answers[keyOf(goal)])
    return outcome ? [{ goal, outcome, words: String(answers[reasonKey(keyOf(goal))] ?? '') }] : []
  })
  if (said.length > 0 && !(await holdPlan(tx, plan, 'signed'))) return undefined
  for (const { goal, outcome, words } of said)
    if (!(await endGoal(tx, goal, { outcome, on, words }))) return undefined
  return said.length
}
