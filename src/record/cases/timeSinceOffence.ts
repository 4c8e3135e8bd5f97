import { type BankHolidayCalendar, workingDaysBetween } from '../../kernel/workingDays.ts'

/** Something on the way from the offence to help, and the first day on which it happened; null where it has not, or the day is not known. */
export type Point = { title: string; on: Temporal.PlainDate | null }

/** A point in the order of the days, with the days since the offence and since the point before it. */
export type PointReached = {
  title: string
  on: Temporal.PlainDate
  /** Undefined where the day of the offence is not known. Below nought where a day before the offence was recorded. */
  sinceOffence: number | undefined
  /** Working days since the offence; undefined also where bank holidays are not known so far. */
  workingDays: number | undefined
  sinceBefore: number | undefined
}

/**
 * How long it took from the offence: each point that was reached, in the order of its days, and on one day in the order given.
 * @param offence the day of the first offence of the case
 */
export function timeSinceOffence(
  offence: Temporal.PlainDate | null,
  points: readonly Point[],
  calendar: BankHolidayCalendar,
): { reached: readonly PointReached[]; missing: readonly string[] } {
  const reached = points
    .flatMap(({ title, on }) => (on ? [{ title, on }] : []))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
  const daysFrom = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    from.until(to, { largestUnit: 'days' }).days
  return {
    reached: reached.map((point, index) => {
      const before = reached[index - 1]?.on ?? offence
      const working = offence && workingDaysBetween(offence, point.on, calendar)
      return {
        ...point,
        sinceOffence: offence ? daysFrom(offence, point.on) : undefined,
        workingDays: working?.ok ? working.value : undefined,
        sinceBefore: before ? daysFrom(before, point.on) : undefined,
      }
    }),
    missing: points.flatMap(({ title, on }) => (on ? [] : [title])),
  }
}
