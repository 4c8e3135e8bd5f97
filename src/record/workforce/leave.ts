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

/** The leave among others of the same person that shares a day with these days; undefined where none does. */
export function leaveAt<L extends Pick<Leave, 'leaveId' | 'from' | 'until'>>(
  others: readonly L[],
  days: Pick<Leave, 'from' | 'until'>,
  except?: string,
): L | undefined {
  return others.find(
    other =>
      other.leaveId !== except &&
      overlap({ from: other.from, to: other.until }, { from: days.from, to: days.until }),
  )
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
 * can only be shortened, to yesterday at the earliest: that is how somebody who is back today ends it.
 */
export function whyNotChanged(
  leave: Pick<Leave, 'from' | 'until' | 'coveredBy'>,
  to: Pick<Leave, 'from' | 'until' | 'coveredBy'>,
  today: Temporal.PlainDate,
): { field: 'from' | 'until' | 'cover'; message: string } | undefined {
  if (!hasGivenAccess(leave, today)) return undefined
  const { compare } = Temporal.PlainDate
  const elsewhere = 'Shorten this leave, and enter the other days as leave of their own'
  if (!to.from.equals(leave.from))
    return { field: 'from', message: 'The leave has begun: its first day stays as it is' }
  if (to.coveredBy !== leave.coveredBy)
    return { field: 'cover', message: `The leave has begun: who covers stays as it is. ${elsewhere}` }
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

/** Leave with who covers: "On leave 3 March 2026 to 9 March 2026; Dilys Amadi covers". */
export function coverWords(leave: Pick<Leave, 'from' | 'until' | 'coverName'>): string {
  const cover = leave.coverName === null ? 'nobody covers' : `${leave.coverName} covers`
  return `On leave ${leaveWords(leave)}; ${cover}`
}
