import type { Bounds } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'

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
  const moment = day.equals(dayOf(now)) ? now : noon
  const { compare } = Temporal.Instant
  if (notBefore && dayOf(notBefore).equals(day) && compare(moment, notBefore) < 0) return notBefore
  if (notAfter && dayOf(notAfter).equals(day) && compare(moment, notAfter) > 0) return notAfter
  return moment
}

/** The day of a moment in England and Wales. */
export function dayOf(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(ukZone).toPlainDate()
}
