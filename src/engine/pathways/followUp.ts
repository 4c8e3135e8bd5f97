import { dayInUk } from '../../kernel/ukDay.ts'

/** How long a child is followed after the work, as a pathway says it. */
export type FollowUp<StepId extends string = string> = {
  readonly years: number
  /** The steps whose endings are followed: those that end work which began. Left out: every ending is. */
  readonly after?: readonly StepId[]
  /** How many months after the last day an offence within the time may still be proven. */
  readonly proofMonths?: number
  readonly source?: string
  /** Where the source does not give all of it. */
  readonly unverified?: true
}

/** The time of one follow-up: the day of the ending, the last day, and until when proof may come. All days included. */
export type FollowUpTime = {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly proofUntil: Temporal.PlainDate
}

/**
 * The time of the follow-up of a case that ended by a step; undefined where the pathway does not follow its children, or
 * not after that step. A day that a month does not have becomes its last: from 29 February, two years end on the 28th.
 */
export function followUpTime(
  { followUp }: { readonly followUp?: FollowUp },
  endedBy: string,
  endedAt: Temporal.Instant,
): FollowUpTime | undefined {
  if (!followUp || (followUp.after && !followUp.after.includes(endedBy))) return undefined
  const from = dayInUk(endedAt)
  const until = from.add({ years: followUp.years })
  return { from, until, proofUntil: until.add({ months: followUp.proofMonths ?? 0 }) }
}

/** When an offence happened and when its outcome was given, as far as it is known. */
export type OffenceDays = {
  readonly committedOn: Temporal.PlainDate | null
  readonly provenOn: Temporal.PlainDate | null
}

/**
 * How an offence stands to a follow-up. `within`: it happened in the time; `proof` says whether an outcome that proves
 * it came in time, came later, or has not come. `day-unknown`: nobody knows when it happened, and a person must say.
 */
export type OffencePlace =
  | { readonly kind: 'before' | 'after' | 'day-unknown' }
  | { readonly kind: 'within'; readonly proof: 'in-time' | 'late' | 'awaited' | 'none' }

/**
 * Places an offence. What counts is the day on which it happened, whenever it was proven, so long as the proof came
 * within the time or the months after it. The day of the ending belongs to the follow-up: which came first on that
 * day is not recorded, and a person looks at whatever is found.
 *
 * Source: Ministry of Justice, proven reoffending statistics: an offence committed within the follow-up, and proven
 * within it or within a further six-month waiting period. There the follow-up is one year; a pathway has its own.
 */
export function placeOffence(
  { from, until, proofUntil }: FollowUpTime,
  { committedOn, provenOn }: OffenceDays,
  today: Temporal.PlainDate,
): OffencePlace {
  const { compare } = Temporal.PlainDate
  if (!committedOn) return { kind: 'day-unknown' }
  if (compare(committedOn, from) < 0) return { kind: 'before' }
  if (compare(committedOn, until) > 0) return { kind: 'after' }
  if (provenOn) return { kind: 'within', proof: compare(provenOn, proofUntil) <= 0 ? 'in-time' : 'late' }
  return { kind: 'within', proof: compare(today, proofUntil) <= 0 ? 'awaited' : 'none' }
}
