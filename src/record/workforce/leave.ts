import { overlap } from '../../kernel/period.ts'
import { writeDate } from '../../kernel/writtenDates.ts'

/** Days, both included, on which somebody is away, and who covers. */
export type Leave = {
  leaveId: string
  userId: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  coveredBy: string | null
  coverName: string | null
  version: number
}

/** Days in a row, both included. */
export type Days = Pick<Leave, 'from' | 'until'>

/** What of some stretches of days falls into other days, in the same order: the days on which whoever covers is away too. */
export function daysWithin({ from, until }: Days, stretches: readonly Days[]): Days[] {
  const { compare } = Temporal.PlainDate
  return stretches
    .map(other => ({
      from: compare(other.from, from) < 0 ? from : other.from,
      until: compare(other.until, until) > 0 ? until : other.until,
    }))
    .filter(both => compare(both.from, both.until) <= 0)
}

/** The leave among others of the same person that shares a day with these days; undefined where none does. */
export function leaveAt<L extends Days & { leaveId?: string }>(
  others: readonly L[],
  days: Pick<Leave, 'from' | 'until'>,
  except?: string,
): L | undefined {
  return others.find(
    other =>
      (except === undefined || other.leaveId !== except) &&
      overlap({ from: other.from, to: other.until }, { from: days.from, to: days.until }),
  )
}

/** Whether somebody has access to records by this leave on a day. */
export function isCoveredOn(
  { from, until, coveredBy }: Pick<Leave, 'from' | 'until' | 'coveredBy'>,
  day: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate
  return coveredBy !== null && compare(from, day) <= 0 && compare(day, until) <= 0
}

/**
 * The days of leave whose cover is ended today: those that are over, which stay as they were, and those from today on, for
 * which nobody covers then. The leave is one that is covered today.
 */
export function daysWhenCoverEnds(
  { from, until }: Pick<Leave, 'from' | 'until'>,
  today: Temporal.PlainDate,
): { over: Pick<Leave, 'from' | 'until'> | undefined; open: Pick<Leave, 'from' | 'until'> } {
  const isFirst = from.equals(today)
  return {
    over: isFirst ? undefined : { from, until: today.subtract({ days: 1 }) },
    open: { from: today, until },
  }
}

/**
 * Whether somebody has access to records by this leave, or had: its first day has come and it has a cover. Then the days
 * that are over stay as they were, and only the last day can come earlier.
 */
export function hasGivenAccess(
  { from, coveredBy }: Pick<Leave, 'from' | 'coveredBy'>,
  today: Temporal.PlainDate,
): boolean {
  return coveredBy !== null && Temporal.PlainDate.compare(from, today) <= 0
}

/**
 * Why leave cannot be changed so, with the field; undefined where it can. Leave by which somebody has access to records
 * can only be shortened, to yesterday at the earliest: that is how somebody who is back today ends it. Where the wrong person
 * covers, the cover is ended first (`endCover.ts`).
 */
export function whyNotChanged(
  leave: Pick<Leave, 'from' | 'until' | 'coveredBy'>,
  to: Pick<Leave, 'from' | 'until' | 'coveredBy'>,
  today: Temporal.PlainDate,
): { field: 'from' | 'until' | 'cover'; message: string } | undefined {
  if (!hasGivenAccess(leave, today)) return undefined
  const { compare } = Temporal.PlainDate
  if (!to.from.equals(leave.from))
    return { field: 'from', message: 'The leave has begun: its first day stays as it is' }
  if (to.coveredBy !== leave.coveredBy)
    return {
      field: 'cover',
      message:
        'The leave has begun: who covers stays as it is. End the cover first, then say who covers instead',
    }
  if (compare(to.until, leave.until) > 0)
    return { field: 'until', message: 'The leave has begun: enter further days as leave of their own' }
  const yesterday = today.subtract({ days: 1 })
  if (compare(to.until, leave.until) < 0 && compare(to.until, yesterday) < 0)
    return {
      field: 'until',
      message: 'The last day cannot lie before yesterday: somebody covered in these days',
    }
  return undefined
}

/** "3 March 2026", "3 March 2026 to 9 March 2026". */
export function leaveWords({ from, until }: Pick<Leave, 'from' | 'until'>): string {
  return from.equals(until) ? writeDate(from) : `${writeDate(from)} to ${writeDate(until)}`
}

/** Several stretches of days in one sentence, with "and" before the last. */
export function stretchesWords(stretches: readonly Days[]): string {
  return new Intl.ListFormat('en-GB').format(stretches.map(leaveWords))
}

/**
 * Leave with who covers: "On leave 3 March 2026 to 9 March 2026; Dilys Amadi covers".
 * @param away leave of whoever covers: on the days that fall into this leave nobody has the cases
 */
export function coverWords(
  leave: Pick<Leave, 'from' | 'until' | 'coverName'>,
  away: readonly Days[],
): string {
  const both = daysWithin(leave, away)
  const but = both.length === 0 ? '' : `, but is on leave too ${stretchesWords(both)}`
  const cover = leave.coverName === null ? 'nobody covers' : `${leave.coverName} covers${but}`
  return `On leave ${leaveWords(leave)}; ${cover}`
}
