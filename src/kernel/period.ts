/**
 * A stretch of days in which a rule, a code or a definition holds. Either end may be open; both ends
 * count as inside.
 */
export type Period = { readonly from?: Temporal.PlainDate; readonly to?: Temporal.PlainDate }

/** Holds on every day. */
export const always: Period = {}

/** Holds from that day on (yyyy-mm-dd). Throws RangeError for a day that does not exist. */
export function from(first: string): Period {
  return { from: Temporal.PlainDate.from(first) }
}

/** Holds up to and including that day (yyyy-mm-dd). */
export function until(last: string): Period {
  return { to: Temporal.PlainDate.from(last) }
}

/** Holds from the first day to the last, both included (yyyy-mm-dd). Throws RangeError when they are the wrong way round. */
export function between(first: string, last: string): Period {
  const period = { from: Temporal.PlainDate.from(first), to: Temporal.PlainDate.from(last) }
  if (Temporal.PlainDate.compare(period.from, period.to) > 0)
    throw new RangeError(`${first} is after ${last}`)
  return period
}

/** Whether the period holds on that day. */
export function covers(period: Period, on: Temporal.PlainDate): boolean {
  if (period.from && Temporal.PlainDate.compare(on, period.from) < 0) return false
  return !period.to || Temporal.PlainDate.compare(on, period.to) <= 0
}

/** Whether two periods have at least one day in common. */
export function overlap(one: Period, other: Period): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one)
}

function endsBefore(one: Period, other: Period): boolean {
  return (
    one.to !== undefined && other.from !== undefined && Temporal.PlainDate.compare(one.to, other.from) < 0
  )
}
