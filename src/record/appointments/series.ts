/** How an appointment is repeated. */
export type Rhythm = {
  /** Every week, or every second week counted from the week of the first day. */
  everyWeeks: 1 | 2
  /** 1 is Monday; none: the weekday of the first day. */
  weekdays: readonly number[]
  ends: { times: number } | { until: Temporal.PlainDate }
}

/** The days of a series, and those that were left out because of a bank holiday, by its name. */
export type SeriesDays = {
  days: Temporal.PlainDate[]
  leftOut: { day: Temporal.PlainDate; name: string }[]
}

/** So far ahead a service plans at most. */
export const longestSeries = { years: 1 } as const

/**
 * The days on which a repeated appointment falls, the first day included where it is one of the weekdays. A bank holiday
 * that is left out does not count as one of the times. Nothing lies more than a year after the first day.
 * @param holidayOn the name of the bank holiday on a day, where those are left out
 */
export function seriesDays(
  first: Temporal.PlainDate,
  { everyWeeks, weekdays, ends }: Rhythm,
  holidayOn: (day: Temporal.PlainDate) => string | undefined = () => undefined,
): SeriesDays {
  const on = weekdays.length > 0 ? weekdays : [first.dayOfWeek]
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const last = lastDay(first, ends)
  const most = 'times' in ends ? ends.times : Number.POSITIVE_INFINITY
  const found: SeriesDays = { days: [], leftOut: [] }
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (found.days.length >= most) break
    const week = Math.floor(monday.until(day, { largestUnit: 'days' }).days / 7)
    if (week % everyWeeks !== 0 || !on.includes(day.dayOfWeek)) continue
    const name = holidayOn(day)
    if (name === undefined) found.days.push(day)
    else found.leftOut.push({ day, name })
  }
  return found
}

function lastDay(first: Temporal.PlainDate, ends: Rhythm['ends']): Temporal.PlainDate {
  const latest = first.add(longestSeries)
  return 'until' in ends && Temporal.PlainDate.compare(ends.until, latest) < 0 ? ends.until : latest
}
