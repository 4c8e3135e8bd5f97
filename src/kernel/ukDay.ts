import { ukZone } from './dutyHours.ts'

/** The day that it is in England and Wales at a moment: in summer the last hour of a day of Greenwich is the next day there. */
export function dayInUk(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(ukZone).toPlainDate()
}
