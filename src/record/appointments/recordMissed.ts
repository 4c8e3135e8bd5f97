import type { Answers, FieldError, ValuesOf } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Appointment } from './appointment.ts'
import type { AppointmentChange } from './appointmentQueries.ts'
import { isAcceptableFrom, type missedFields, missedWords, noReason } from './missed.form.ts'
import { followedUpSince, type sinceFields } from './since.form.ts'

type Asked = ValuesOf<ReturnType<typeof missedFields>>
type Said = { cause: Asked['cause']; acceptable: Asked['acceptable'] | undefined } & ValuesOf<
  typeof sinceFields
>
/** That a contact was missed, and all that is said with it. */
export type Missed = Extract<AppointmentChange, { act: 'missed' }>

/** Whether a follow-up is owed: not where the reason is acceptable, nor where it has been made. */
export const isOwed = ({ isAcceptable, followedUp }: Missed) => isAcceptable !== true && !followedUp

/**
 * What is kept of a missed contact: why, whether that is acceptable and who says so, and what was done since. Refused
 * where no reason was given, or where what was done since cannot have been then.
 */
export function missedFrom(
  values: Said,
  answers: Answers,
  it: Pick<Appointment, 'startsAt'>,
  {
    by,
    now,
    today,
    whatHappened = '',
  }: { by: string; now: Temporal.Instant; today: Temporal.PlainDate; whatHappened?: string },
): Result<Missed, FieldError[]> {
  const reason = missedWords(answers, today)
  if (reason === '') return refused([noReason])
  const followedUp = followedUpSince(values, it, now)
  if (!followedUp.ok) return followedUp
  return ok({
    act: 'missed',
    reason,
    code: values.cause ?? '',
    isAcceptable: isAcceptableFrom(values.acceptable),
    judgedBy: by,
    whatHappened,
    at: now,
    followedUp: followedUp.value,
  })
}
