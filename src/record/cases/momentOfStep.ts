import type { Bounds } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'

/**
 * When a step happened of which only the day is asked: today is now, another day its noon. On the day of a step before
 * or after it, it is not before the one nor after the other.
 * @returns a moment of that day, which may lie outside the bounds: then the day does
 */
export function momentOn(
  day: Temporal.PlainDate,
  { notBefore, notAfter }: Bounds,
  now: Temporal.Instant,
): Temporal.Instant {
  const noon = day.toZonedDateTime({ timeZone: ukZone, plainTime: '12:00' }).toInstant()
  const moment = day.equals(dayInUk(now)) ? now : noon
  const { compare } = Temporal.Instant
  if (notBefore && dayInUk(notBefore).equals(day) && compare(moment, notBefore) < 0) return notBefore
  if (notAfter && dayInUk(notAfter).equals(day) && compare(moment, notAfter) > 0) return notAfter
  return moment
}
