import type { FieldError, ValuesOf } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { wallMoment } from '../children/index.ts'
import { type Appointment, reachable } from './appointment.ts'
import type { FollowedUp } from './appointmentQueries.ts'

const { nobody: _, ...somebody } = reachable
const yes = { appliesWhen: { field: 'since', is: ['yes'] } } as const

/**
 * What has been done since about a contact that was missed, asked with it: where it is written down late, its follow-up
 * has been made already or is overdue at once.
 */
export const sinceFields = {
  since: {
    kind: 'choice',
    label: 'Has it been followed up already?',
    hint: 'That is, somebody has been in touch about it since. Leave this where it was missed only now.',
    isUnmarked: true,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, nobody has been reached yet' },
    ],
  },
  'since-reached': {
    kind: 'choices',
    label: 'Who was reached?',
    ...yes,
    required: 'Say who was reached',
    options: Object.entries(somebody).map(([value, label]) => ({ value, label })),
  },
  'since-done': {
    kind: 'textarea',
    label: 'What was done?',
    ...yes,
    required: 'Say what was done',
    maxLength: 10_000,
    rows: 3,
  },
  'since-on': {
    kind: 'date',
    label: 'On which day was it followed up?',
    ...yes,
    required: 'Enter the day on which it was followed up',
    notAfterToday: 'The day must not lie ahead',
  },
  'since-at': {
    kind: 'time',
    label: 'At about what time?',
    hint: 'Leave it empty if nobody knows: noon is then written down.',
    isUnmarked: true,
    ...yes,
  },
} as const

/** The same questions, asked only where the follow-up is late already. */
export function sinceAsked(isLate: boolean) {
  const asked: Partial<typeof sinceFields> = isLate ? sinceFields : {}
  // Not asked is not answered.
  return asked as typeof sinceFields
}

const noon = Temporal.PlainTime.from('12:00')

/**
 * How it was followed up before it was recorded; undefined where nobody says so. Refused where that would lie ahead, or
 * before the contact was missed. On the day itself noon may be too early or too late: there the moment is kept within.
 */
export function followedUpSince(
  values: ValuesOf<typeof sinceFields>,
  { startsAt }: Pick<Appointment, 'startsAt'>,
  now: Temporal.Instant,
): Result<FollowedUp | undefined, FieldError[]> {
  const { since, 'since-on': day, 'since-at': time } = values
  if (since !== 'yes') return ok(undefined)
  if (!day) return refused([{ field: 'since-on', message: sinceFields['since-on'].required }])
  const moment = wallMoment(day, time ?? noon)
  if (!moment.ok) return refused([{ field: 'since-at', message: moment.reason }])
  const field = time ? 'since-at' : 'since-on'
  const isEarly = Temporal.Instant.compare(moment.value, startsAt) < 0
  const isLate = Temporal.Instant.compare(moment.value, now) > 0
  const isOnDayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(ukZone).toPlainDate().equals(day)
  if (isEarly && (time || !isOnDayOf(startsAt)))
    return refused([{ field, message: 'It must be followed up after it was missed, not before' }])
  if (isLate && time) return refused([{ field, message: 'The time must not lie ahead' }])
  const at = isEarly ? startsAt : isLate ? now : moment.value
  return ok({ at, followUp: values['since-done'], reached: values['since-reached'].join(' ') })
}
