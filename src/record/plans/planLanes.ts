import { ukZone } from '../../kernel/dutyHours.ts'
import type { Lane, Mark, Span } from '../throughline/index.ts'
import { type Plan, type Step, strandIds, strands } from './plan.ts'

const noonOf = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: ukZone, plainTime: '12:00' }).toInstant()

const shapes = { done: 'kept', 'not-done': 'missed', 'to-do': 'planned' } as const
const stateWords = { done: 'done', 'not-done': 'not done', 'to-do': 'to do' } as const

/** Under this name an address leads to a step on the page of its plan. */
export const stepAnchor = ({ stepId }: Pick<Step, 'stepId'>) => `step-${stepId}`

/** Under this name an address leads to a part of a plan: two plans may stand on one page. */
export const partId = ({ planId }: Pick<Plan, 'planId'>, part: string) => `${part}-${planId}`

/** A step stands on the day on which it was settled, or by which it is to be done. */
const dayOf = ({ stateOn, dueOn }: Step) => stateOn ?? dueOn

function markOf(step: Step): Mark[] {
  const day = dayOf(step)
  return day === null
    ? []
    : [
        {
          key: step.stepId,
          at: noonOf(day),
          shape: shapes[step.state],
          words: `${step.words}: ${stateWords[step.state]}`,
          isDay: true,
          href: `#${stepAnchor(step)}`,
        },
      ]
}

/** The plan as rows of a drawing: its beginning and review, and the steps of each strand on their days. */
export function lanesOfPlan(plan: Plan): Lane[] {
  const { startsOn, reviewOn } = plan
  const frame: Mark[] = [
    ...(startsOn
      ? [
          {
            key: 'starts',
            at: noonOf(startsOn),
            shape: 'knot' as const,
            words: 'Work begins',
            isDay: true,
            href: `#${partId(plan, 'about')}`,
          },
        ]
      : []),
    ...(reviewOn
      ? [
          {
            key: 'review',
            at: noonOf(reviewOn),
            shape: 'end' as const,
            words: 'Review of the plan',
            isDay: true,
            href: `#${partId(plan, 'about')}`,
          },
        ]
      : []),
  ]
  const ofStrands = strandIds.map(
    (strand): Lane => ({
      key: strand,
      kind: 'plan',
      title: strands[strand].title,
      bars: [],
      marks: plan.goals.filter(goal => goal.strand === strand).flatMap(({ steps }) => steps.flatMap(markOf)),
    }),
  )
  return [
    { key: 'frame', kind: 'plan' as const, title: 'The plan', bars: [], marks: frame },
    ...ofStrands,
  ].filter(({ marks }) => marks.length > 0)
}

/** From a week before the first of its days to a week after the last, today included. */
export function spanOfPlan(plan: Plan, today: Temporal.PlainDate): Span {
  const days = [
    today,
    ...[plan.startsOn, plan.reviewOn, ...plan.goals.flatMap(({ steps }) => steps.map(dayOf))].filter(
      day => day !== null,
    ),
  ].toSorted(Temporal.PlainDate.compare)
  return {
    first: (days[0] ?? today).subtract({ days: 7 }),
    last: (days.at(-1) ?? today).add({ days: 7 }),
  }
}
