/** The zone in which every service of England and Wales keeps its hours. */
export const ukZone = 'Europe/London'

/**
 * The hours of the day in which a duty runs, the same on all seven days. A duty that closes at
 * 00:00 runs to the end of the day.
 */
export type DutyHours = {
  readonly opens: Temporal.PlainTime
  readonly closes: Temporal.PlainTime
  readonly zone: string
}

type Stretch = { readonly opens: Temporal.Instant; readonly closes: Temporal.Instant }

const midnight = Temporal.PlainTime.from('00:00')

/**
 * Hours such as `dutyHours('09:00', '22:00')`, local time. Throws RangeError when they close before
 * they open: a duty over midnight is not something a service has asked for, and is not guessed at.
 */
export function dutyHours(opens: string, closes: string, zone: string = ukZone): DutyHours {
  const hours = { opens: Temporal.PlainTime.from(opens), closes: Temporal.PlainTime.from(closes), zone }
  const closesAtMidnight = hours.closes.equals(midnight)
  if (!closesAtMidnight && Temporal.PlainTime.compare(hours.opens, hours.closes) >= 0) {
    throw new RangeError(`Duty hours close (${closes}) before they open (${opens})`)
  }
  return hours
}

/** Whether the duty is running at that moment: the moment it opens counts, the moment it closes does not. */
export function isOnDuty(at: Temporal.Instant, hours: DutyHours): boolean {
  const { opens, closes } = stretchOn(localDate(at, hours), hours)
  return Temporal.Instant.compare(at, opens) >= 0 && Temporal.Instant.compare(at, closes) < 0
}

/**
 * The time on duty between two moments, as a duration in hours, minutes and seconds that really
 * passed: a day on which the clocks change counts as long as it was. Zero when `to` is not after `from`.
 */
export function dutyTimeBetween(
  from: Temporal.Instant,
  to: Temporal.Instant,
  hours: DutyHours,
): Temporal.Duration {
  let total = new Temporal.Duration()
  const lastDay = localDate(to, hours)
  for (
    let date = localDate(from, hours);
    Temporal.PlainDate.compare(date, lastDay) <= 0;
    date = date.add({ days: 1 })
  ) {
    const { opens, closes } = stretchOn(date, hours)
    const start = later(from, opens)
    const end = earlier(to, closes)
    if (Temporal.Instant.compare(start, end) < 0) total = total.add(start.until(end))
  }
  return total.round({ largestUnit: 'hours' })
}

/**
 * The moment at which `within` (hours, minutes, seconds) of duty time has passed since `from`. Time
 * off duty does not count; a deadline that falls exactly at closing stays there and does not slip to
 * the next morning. Throws RangeError when `within` is not positive.
 */
export function dutyDeadline(
  from: Temporal.Instant,
  within: Temporal.Duration,
  hours: DutyHours,
): Temporal.Instant {
  if (within.sign <= 0) throw new RangeError(`A deadline needs a time to run: ${within}`)
  let left = within
  for (let date = localDate(from, hours); ; date = date.add({ days: 1 })) {
    const { opens, closes } = stretchOn(date, hours)
    const start = later(from, opens)
    if (Temporal.Instant.compare(start, closes) >= 0) continue
    const available = start.until(closes)
    if (Temporal.Duration.compare(left, available) <= 0) return start.add(left)
    left = left.subtract(available)
  }
}

function stretchOn(date: Temporal.PlainDate, { opens, closes, zone }: DutyHours): Stretch {
  const closingDate = closes.equals(midnight) ? date.add({ days: 1 }) : date
  return {
    opens: date.toZonedDateTime({ timeZone: zone, plainTime: opens }).toInstant(),
    closes: closingDate.toZonedDateTime({ timeZone: zone, plainTime: closes }).toInstant(),
  }
}

function localDate(at: Temporal.Instant, hours: DutyHours): Temporal.PlainDate {
  return at.toZonedDateTimeISO(hours.zone).toPlainDate()
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
