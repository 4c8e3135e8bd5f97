import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'

/** Monday is 1, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** How often a forum meets, and when on the day. */
export type Cadence =
  /** Every so many weeks from a first meeting on, on its day of the week. */
  | {
      readonly kind: 'weeks'
      readonly every: number
      readonly first: string
      readonly at: string
      readonly minutes: number
    }
  /** On the first, second … or last such day of every so many months, from the month of `first` on. */
  | {
      readonly kind: 'months'
      readonly every: number
      readonly first: string
      readonly which: 1 | 2 | 3 | 4 | 'last'
      readonly on: Weekday
      readonly at: string
      readonly minutes: number
    }
  /** When somebody asks for it. */
  | { readonly kind: 'as-needed'; readonly at: string; readonly minutes: number }

/** A day on which a forum would meet; `holiday`: what keeps it from it, and nobody is called on that day. */
export type MeetingDay = { readonly day: Temporal.PlainDate; readonly holiday?: string }

/** The days on which a forum meets by its cadence, from one day to another, both included, in their order. */
export function meetingDays(
  cadence: Cadence,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  { holidays }: Pick<BankHolidayCalendar, 'holidays'>,
): readonly MeetingDay[] {
  return daysOf(cadence, from, until).map(day => {
    const holiday = holidays.get(day.toString())
    return holiday === undefined ? { day } : { day, holiday }
  })
}

function daysOf(cadence: Cadence, from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  if (cadence.kind === 'as-needed') return []
  const first = Temporal.PlainDate.from(cadence.first)
  const days: Temporal.PlainDate[] = []
  const { compare } = Temporal.PlainDate
  if (cadence.kind === 'weeks') {
    const step = 7 * cadence.every
    const since = first.until(from).days
    const skipped = since > 0 ? Math.ceil(since / step) : 0
    for (
      let day = first.add({ days: skipped * step });
      compare(day, until) <= 0;
      day = day.add({ days: step })
    )
      days.push(day)
    return days
  }
  for (
    let month = first.toPlainYearMonth();
    compare(month.toPlainDate({ day: 1 }), until) <= 0;
    month = month.add({ months: cadence.every })
  ) {
    const day = dayInMonth(month, cadence.which, cadence.on)
    if (compare(day, from) >= 0 && compare(day, until) <= 0 && compare(day, first) >= 0) days.push(day)
  }
  return days
}

/** The first, second … or last such weekday of a month. */
function dayInMonth(
  month: Temporal.PlainYearMonth,
  which: 1 | 2 | 3 | 4 | 'last',
  on: Weekday,
): Temporal.PlainDate {
  const opening = month.toPlainDate({ day: 1 })
  const earliest = opening.add({ days: (on - opening.dayOfWeek + 7) % 7 })
  if (which !== 'last') return earliest.add({ weeks: which - 1 })
  const fifth = earliest.add({ weeks: 4 })
  return fifth.month === month.month ? fifth : earliest.add({ weeks: 3 })
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const places = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' } as const

/** `Every Thursday`, `Every 8 weeks on a Tuesday`, `On the second Wednesday of every third month`, `When it is needed`. */
export function writeCadence(cadence: Cadence): string {
  if (cadence.kind === 'as-needed') return 'When it is needed'
  if (cadence.kind === 'weeks') {
    const day = weekdays[Temporal.PlainDate.from(cadence.first).dayOfWeek - 1]
    return cadence.every === 1 ? `Every ${day}` : `Every ${cadence.every} weeks on a ${day}`
  }
  const months = cadence.every === 1 ? 'every month' : `every ${cadence.every} months`
  return `On the ${places[cadence.which]} ${weekdays[cadence.on - 1]} of ${months === 'every month' ? 'the month' : `a month, ${months}`}`
}
