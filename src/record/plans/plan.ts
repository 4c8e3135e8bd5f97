import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { SignState } from './signState.ts'

/** The three strands of every plan, in the order in which they are spoken about. */
export const strands = {
  'good-life': {
    title: 'A good life',
    asks: 'What does the child want to be able to do, to have, to be part of?',
  },
  'child-safe': { title: 'Keeping the child safe', asks: 'What keeps the child safe, and who helps?' },
  'others-safe': {
    title: 'Keeping other people safe',
    asks: 'What keeps other people safe, and puts right what can be put right?',
  },
} as const satisfies Readonly<Record<string, { title: string; asks: string }>>
export type Strand = keyof typeof strands
export const strandIds = Object.keys(strands) as readonly Strand[]

/** open, sent, signed and set-aside as any signed form; replaced: another plan is in force since. */
export type PlanState = SignState | 'replaced'

export const outcomes = { reached: 'Reached', partly: 'Reached in part', dropped: 'Dropped' } as const
export type Outcome = keyof typeof outcomes

/** A step towards a goal. */
export type Step = {
  stepId: string
  goalId: string
  words: string
  who: 'child' | 'family' | 'worker' | 'other'
  whoUserId: string | null
  /** The worker’s name, or the words for somebody else. */
  whoWords: string
  /** What children call the worker; empty where the worker has not said. */
  whoCalled: string
  dueOn: Temporal.PlainDate | null
  state: 'to-do' | 'done' | 'not-done'
  stateOn: Temporal.PlainDate | null
  stateWords: string
  version: number
}

/** How a goal is going, on the child’s own scale from 0 to 10. */
export type Progress = {
  lineId: string
  mark: number
  saidBy: 'child' | 'family' | 'worker'
  words: string
  on: Temporal.PlainDate
  /** Null: the child or a parent gave it on a page of their own. */
  recordedBy: string | null
  /** The page on which it was given; not there, or null, where somebody who works here wrote it down. */
  ownPageId?: string | null
}

export type Goal = {
  goalId: string
  planId: string
  /** The same goal in this plan and in those that follow it. */
  lineId: string
  strand: Strand
  words: string
  why: string
  /** What 0 and 10 mean to the child. */
  lowWords: string
  highWords: string
  outcome: Outcome | null
  outcomeOn: Temporal.PlainDate | null
  outcomeWords: string
  version: number
  steps: readonly Step[]
  progress: readonly Progress[]
}

/** If … then … who. */
export type Contingency = {
  contingencyId: string
  ifWords: string
  thenWords: string
  whoWords: string
  version: number
}

/** A plan as a list shows it. */
export type PlanHead = {
  planId: string
  childId: string
  involvementId: string | null
  state: PlanState
  startsOn: Temporal.PlainDate | null
  reviewOn: Temporal.PlainDate | null
  /** A level of the policy of contacts. */
  level: string | null
  delivery: string
  harmed: 'yes' | 'no' | 'not-known' | null
  noWishesReason: string
  begunBy: string
  begunAt: Temporal.Instant
  /** When the case ended that it is for; null while that is open. */
  caseEndedAt: Temporal.Instant | null
  version: number
}

/** On which day a plan that was in force ended with its case; undefined where it is in force still, or never was. */
export const endedOn = ({
  state,
  caseEndedAt,
}: Pick<PlanHead, 'state' | 'caseEndedAt'>): Temporal.PlainDate | undefined =>
  state === 'signed' && caseEndedAt !== null ? dayInUk(caseEndedAt) : undefined

/** How a plan stands: as it was signed, or ended with its case. */
export const standingOf = (plan: Pick<PlanHead, 'state' | 'caseEndedAt'>): PlanState | 'ended' =>
  endedOn(plan) ? 'ended' : plan.state

/** Why a plan says nothing of what somebody wishes who was harmed, in the words of whoever writes it; empty where taken back. */
export type Silence = {
  victimId: string
  words: string
  saidBy: string
  saidAt: Temporal.Instant
  version: number
}

/** A plan with all that stands in it. */
export type Plan = PlanHead & {
  goals: readonly Goal[]
  contingencies: readonly Contingency[]
  silences: readonly Silence[]
  /** Where the record says that somebody was harmed; '' where it does not. */
  harmSaid: string
}

/** What the child’s side is told of somebody who was harmed: the latest that was recorded. */
export type Voice = {
  victimId: string
  knownAs: string
  wishes: readonly string[]
  wishesWords: string
  /** Why their wishes are not recorded; empty where they are, or where nobody has said yet. */
  noWishesReason: string
  safetyWords: string
  recordedBy: string
  recordedAt: Temporal.Instant
}

/** Whether somebody’s wishes are recorded, or the reason why not. */
export const isHeard = ({ wishes, wishesWords, noWishesReason }: Voice): boolean =>
  wishes.length > 0 || wishesWords !== '' || noWishesReason !== ''

/**
 * Why a plan says nothing of what somebody wishes: the reason that was given for them alone, since they were last told of.
 * Undefined where there is none.
 */
export function whySilent({ silences }: Pick<Plan, 'silences'>, voice: Voice): Silence | undefined {
  return silences.find(
    ({ victimId, words, saidAt }) =>
      victimId === voice.victimId && words !== '' && Temporal.Instant.compare(saidAt, voice.recordedAt) >= 0,
  )
}

/** Something without which a plan cannot be signed: where to mend it, as a part of the page. */
export type Missing = {
  part: 'about' | 'goals' | 'victims'
  words: string
  goalId?: string
  strand?: Strand
  victimId?: string
}

/**
 * What is missing before a plan can be signed. Three strands every time, each goal with a step; and nobody who was harmed is left
 * out: their wishes are recorded, or the reason why not, for each of them. Source: practice of the service, §5; the rest is a question, not a bar.
 */
export function missingFrom(plan: Plan, voices: readonly Voice[], today: Temporal.PlainDate): Missing[] {
  const unheard = voices.filter(voice => !isHeard(voice) && !whySilent(plan, voice))
  return [
    ...(plan.caseEndedAt === null
      ? []
      : [
          about(
            'The work that this plan is for has ended: set it aside, and begin one for a case that is open',
          ),
        ]),
    ...(plan.startsOn === null ? [about('Say when the work begins')] : []),
    ...(plan.reviewOn === null ? [about('Say when the plan is reviewed')] : []),
    ...(plan.reviewOn !== null && Temporal.PlainDate.compare(plan.reviewOn, today) < 0
      ? [
          about(
            `The day of the review has passed (${writeDate(plan.reviewOn)}): say when the plan is reviewed next`,
          ),
        ]
      : []),
    ...(plan.level === null ? [about('Choose how often you meet')] : []),
    ...strandIds
      .filter(strand => plan.goals.every(goal => goal.strand !== strand))
      .map(
        (strand): Missing => ({
          part: 'goals',
          words: `Add a goal to “${strands[strand].title}”`,
          strand,
        }),
      ),
    ...plan.goals
      .filter(({ steps }) => steps.length === 0)
      .map(
        ({ goalId, words }): Missing => ({
          part: 'goals',
          words: `Add a step to the goal: ${words}`,
          goalId,
        }),
      ),
    ...(plan.harmed === null && voices.length === 0 ? [about('Say whether anybody was harmed')] : []),
    ...(isAgainstRecord(plan, voices)
      ? [
          about(
            `${plan.harmSaid === '' ? 'The box of those who were harmed' : plan.harmSaid} says that somebody was harmed: put the answer of the plan right, or say why it is another`,
          ),
        ]
      : []),
    ...unheard.map(
      ({ knownAs, victimId }): Missing => ({
        part: 'victims',
        words: `Nothing is recorded of what ${knownAs} wishes: ask the victim worker, or say why it is not known`,
        victimId,
      }),
    ),
    ...(plan.harmed === 'yes' && voices.length === 0 && plan.noWishesReason === ''
      ? [
          {
            part: 'victims' as const,
            words: 'Somebody was harmed, and nothing is recorded of what they wish: say why',
          },
        ]
      : []),
  ]
}

/** Whether a plan says that nobody was harmed, or that it is not known, where the record says otherwise and no reason is given. */
const isAgainstRecord = ({ harmed, harmSaid, noWishesReason }: Plan, voices: readonly Voice[]) =>
  (harmSaid !== '' || voices.length > 0) &&
  (harmed === 'no' || harmed === 'not-known') &&
  noWishesReason === ''

const about = (words: string): Missing => ({ part: 'about', words })

/**
 * Questions worth asking before a plan is signed: what inspectors of youth justice services find wanting most. They bar nothing,
 * whoever writes the plan decides.
 */
export function questionsAbout(plan: Plan, voices: readonly Voice[], today: Temporal.PlainDate): string[] {
  const late = overdueSteps(plan, today)
  const steps = plan.goals.flatMap(goal => goal.steps)
  const safety = voices.filter(({ safetyWords }) => safetyWords !== '')
  return [
    ...(plan.contingencies.length === 0
      ? ['What could go wrong, and who would then do what? Nothing is written down for it yet.']
      : []),
    // No rule can tell whether a step does it: whoever signs is asked every time.
    ...safety.map(
      ({ knownAs, safetyWords }) =>
        `What keeps ${knownAs} safe: “${safetyWords}”. Which step of this plan does that?`,
    ),
    ...late.map(
      ({ words, dueOn }) =>
        `The day of a step has passed${dueOn ? ` (${writeDate(dueOn)})` : ''}: ${words}. Was it done, or is another day meant?`,
    ),
    ...(plan.harmed === 'not-known'
      ? ['It is not known whether anybody was harmed. Who could tell you?']
      : []),
    ...(steps.length > 0 && steps.every(({ who }) => who === 'worker' || who === 'other')
      ? ['No step is the child’s or the family’s own. What would they like to do themselves?']
      : []),
    ...(steps.length > 0 && steps.every(({ who }) => who !== 'other')
      ? ['No other service has a step in this plan. Does the school, health or social care know of it?']
      : []),
    ...(plan.delivery === ''
      ? ['What shapes how you work with this child: language, faith, disability, school hours, safe places?']
      : []),
    ...(plan.goals.length > 5
      ? [`${plan.goals.length} goals are many to keep in mind. Which matter most to the child now?`]
      : []),
    ...(steps.some(({ dueOn }) => dueOn === null)
      ? ['Some steps have no day. When would everybody like to see them done?']
      : []),
  ]
}

/** Steps that are still to be done and whose day has passed. */
export function overdueSteps({ goals }: Pick<Plan, 'goals'>, today: Temporal.PlainDate): Step[] {
  return goals
    .flatMap(({ steps }) => steps)
    .filter(
      ({ state, dueOn }) =>
        state === 'to-do' && dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0,
    )
}

/** The last mark on the way to a goal; undefined where nobody has said yet. */
export function lastMark({ progress }: Pick<Goal, 'progress'>): Progress | undefined {
  return progress.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on)).at(-1)
}

/** Who gives marks, in the order in which they are read: the scale is the child’s own. */
export const markGivers = { child: 'the child', family: 'the family', worker: 'the worker' } as const

/** The last mark of each who has given one, the child’s first: nobody’s mark takes the place of another’s. */
export function lastMarks({ progress }: Pick<Goal, 'progress'>): Progress[] {
  return Object.keys(markGivers).flatMap(giver => {
    const last = lastMark({ progress: progress.filter(({ saidBy }) => saidBy === giver) })
    return last ? [last] : []
  })
}
