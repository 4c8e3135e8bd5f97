import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate, writeTime } from '../../kernel/writtenDates.ts'

/**
 * The moment at which the clocks of the United Kingdom say this. Refused, in words, for a time that the day leaves out
 * when the clocks go forward; of a time that comes twice when they go back, the first is meant.
 */
export function wallMoment(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
): Result<Temporal.Instant, string> {
  const moment = date.toZonedDateTime({ timeZone: ukZone, plainTime: time })
  return moment.toPlainTime().equals(time)
    ? ok(moment.toInstant())
    : refused(
        `There is no ${writeTime(time)} on ${writeDate(date)}: the clocks go forward an hour. Choose another time`,
      )
}

/** A moment as the clocks of the United Kingdom say it: its day and its time. */
export function onTheWall(at: Temporal.Instant): { date: Temporal.PlainDate; time: Temporal.PlainTime } {
  const local = at.toZonedDateTimeISO(ukZone)
  return { date: local.toPlainDate(), time: local.toPlainTime() }
}

/** A time of day as a form's question holds it: `16:05`. */
export function typedTime(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' })
}
