import { type FieldError, type Form, form, type ValuesOf, yesNo } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { wallMoment } from '../children/index.ts'
import { journeyFields } from './journey.form.ts'
import { type Offered, planFields, withoutEmptyPlaces } from './plan.form.ts'
import { type Rhythm, type SeriesDays, seriesDays } from './series.ts'

/** The days of the week by their number: 1 is Monday. */
export const weekdayNames = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const

const repeated = ['weekly', 'fortnightly', 'weekdays'] as const

/** How often, and until when. */
export const rhythmFields = {
  repeat: {
    kind: 'choice',
    label: 'Is it repeated?',
    isUnmarked: true,
    options: [
      { value: 'once', label: 'No, once' },
      { value: 'weekly', label: 'Every week' },
      { value: 'fortnightly', label: 'Every two weeks' },
      { value: 'weekdays', label: 'On chosen days of every week' },
    ],
  },
  weekdays: {
    kind: 'choices',
    label: 'On which days of the week?',
    appliesWhen: { field: 'repeat', is: ['weekdays'] },
    required: 'Choose the days of the week',
    options: Object.entries(weekdayNames).map(([value, label]) => ({ value, label })),
  },
  ends: {
    kind: 'choice',
    label: 'How long does it go on?',
    appliesWhen: { field: 'repeat', is: repeated },
    required: 'Say how long it goes on',
    options: [
      { value: 'times', label: 'So many times' },
      { value: 'until', label: 'Until a day' },
    ],
  },
  times: {
    kind: 'number',
    label: 'How many times?',
    appliesWhen: { field: 'ends', is: ['times'] },
    required: 'Enter how many times',
    min: 2,
    max: 150,
  },
  until: {
    kind: 'date',
    label: 'Until which day?',
    appliesWhen: { field: 'ends', is: ['until'] },
    required: 'Enter the last day',
  },
  holidays: {
    kind: 'choice',
    label: 'Leave out bank holidays?',
    appliesWhen: { field: 'repeat', is: repeated },
    required: 'Say whether bank holidays are left out',
    options: yesNo,
  },
} as const

/** The questions of a plan, for one appointment or many. */
export function seriesForm(offered: Offered) {
  return form({
    id: 'appointment',
    fields: {
      ...withoutEmptyPlaces(planFields(offered), offered),
      ...rhythmFields,
      ...journeyFields(offered),
    },
  })
}

type RhythmValues = ValuesOf<typeof rhythmFields>
type SeriesFields = ReturnType<typeof seriesForm> extends Form<infer F> ? F : never
export type SeriesValues = ValuesOf<SeriesFields>

/** The appointments that a series comes to. */
export type SeriesPlan = Pick<SeriesDays, 'leftOut'> & {
  rhythm: Rhythm
  skipsBankHolidays: boolean
  slots: { day: Temporal.PlainDate; at: Temporal.Instant }[]
}

/** The name of the bank holiday on a day, in the calendar in use. */
export function bankHolidayOn(day: Temporal.PlainDate): string | undefined {
  return practiceInUse().calendars.bankHolidays.holidays.get(day.toString())
}

/**
 * The days and moments of a series; undefined where it is planned once. Each lies at the same time of the clock on the
 * wall, whatever the clocks do in between.
 */
export function seriesFrom(
  values: RhythmValues & { day: Temporal.PlainDate; time: Temporal.PlainTime },
): Result<SeriesPlan | undefined, FieldError[]> {
  const { repeat, day, time } = values
  if (repeat === undefined || repeat === 'once') return ok(undefined)
  if (values.until && Temporal.PlainDate.compare(values.until, day) < 0)
    return refused([{ field: 'until', message: 'The last day must not lie before the first' }])
  if (values.until && Temporal.PlainDate.compare(values.until, day.add({ years: 1 })) > 0)
    return refused([{ field: 'until', message: 'The last day must be within a year of the first' }])
  const rhythm: Rhythm = {
    everyWeeks: repeat === 'fortnightly' ? 2 : 1,
    weekdays: values.weekdays.map(Number),
    ends: values.until ? { until: values.until } : { times: values.times ?? 2 },
  }
  const skipsBankHolidays = values.holidays === 'yes'
  const { days, leftOut } = seriesDays(day, rhythm, on => (skipsBankHolidays ? bankHolidayOn(on) : undefined))
  if (days.length === 0)
    return refused([{ field: 'repeat', message: 'No day is left. Choose other days, or a later last day' }])
  const slots: SeriesPlan['slots'] = []
  for (const each of days) {
    const at = wallMoment(each, time)
    if (!at.ok) return refused([{ field: 'time', message: at.reason }])
    slots.push({ day: each, at: at.value })
  }
  return ok({ rhythm, skipsBankHolidays, slots, leftOut })
}
