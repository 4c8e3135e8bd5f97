import { formFromOutside, type OutsideForm } from '../../engine/feedback/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'

/** What came of a try to ask that brought no answer. */
export const outcomes = {
  'not-reached': 'Nobody was reached',
  later: 'To be asked later',
  declined: 'They do not want to',
} as const
export type Outcome = keyof typeof outcomes

/** How the asking stands after the work of one case. */
export type Asking = {
  saidAt: Temporal.Instant | null
  /** The last try that brought no answer, and how many there were. */
  outcome: Outcome | null
  againOn: Temporal.PlainDate | null
  triedAt: Temporal.Instant | null
  tries: number
  /** Until when the latest link that was handed out can be used, or could be. */
  linkUntil: Temporal.Instant | null
}

export type AskingState = 'said' | 'declined' | 'over' | 'later' | 'link' | 'tried' | 'to-ask'

/**
 * How an asking stands.
 * @param lastDay until when it is asked
 */
export function stateOf(it: Asking, lastDay: Temporal.PlainDate, now: Temporal.Instant): AskingState {
  const today = dayInUk(now)
  if (it.saidAt) return 'said'
  if (it.outcome === 'declined') return 'declined'
  if (Temporal.PlainDate.compare(today, lastDay) > 0) return 'over'
  if (it.againOn && Temporal.PlainDate.compare(it.againOn, today) > 0) return 'later'
  if (it.linkUntil && Temporal.Instant.compare(it.linkUntil, now) > 0) return 'link'
  return it.tries > 0 ? 'tried' : 'to-ask'
}

/** The form by which this service has children asked from outside; undefined where it has none. */
export function outsideForm(): OutsideForm | undefined {
  return formFromOutside(practiceInUse().feedback)
}

/** The last day on which somebody is asked about work that ended on a day. */
export function lastDayFor(endedOn: Temporal.PlainDate, form: OutsideForm): Temporal.PlainDate {
  return endedOn.add({ days: form.fromOutside.withinDays })
}
