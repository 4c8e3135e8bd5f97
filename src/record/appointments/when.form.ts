import {
  type FieldError,
  type Fields,
  type Typed,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { onTheWall, typedTime, wallMoment } from '../children/index.ts'

/** When something is planned that children come to, and how long it lasts. Times are those of the clock on the wall. */
export const whenFields = {
  day: {
    kind: 'date',
    label: 'On which day?',
    required: 'Enter the day',
    earliest: { date: '2000-01-01', message: 'The day must be after 1 January 2000' },
  },
  time: { kind: 'time', label: 'At what time?', required: 'Enter the time' },
  minutes: {
    kind: 'number',
    label: 'How many minutes?',
    required: 'Enter how many minutes it lasts',
    min: 1,
    max: 480,
  },
} as const satisfies Fields

/** When something is, and how many minutes it lasts. */
export type When = { startsAt: Temporal.Instant; minutes: number }

/** What the questions hold for something as it is planned. */
export function whenTyped({ startsAt, minutes }: When): Typed {
  const { date, time } = onTheWall(startsAt)
  return { day: typedDate(date), time: typedTime(time), minutes: String(minutes) }
}

/**
 * The moment that was answered; refused where the day has no such time, and where it is more than a year ahead: nothing is
 * planned so far on, so the year was mistyped.
 */
export function whenFrom(
  { day, time, minutes }: ValuesOf<typeof whenFields>,
  today: Temporal.PlainDate,
): Result<When, FieldError[]> {
  if (Temporal.PlainDate.compare(day, today.add({ years: 1 })) > 0)
    return refused([{ field: 'day', message: 'The day must be within a year from today' }])
  const startsAt = wallMoment(day, time)
  if (!startsAt.ok) return refused([{ field: 'time', message: startsAt.reason }])
  return ok({ startsAt: startsAt.value, minutes })
}
