import { writeDate } from '../../kernel/writtenDates.ts'

/** The stretches of time over which figures are counted, as they are chosen. */
export const periodKinds = {
  week: 'This week',
  month: 'This month',
  quarter: 'This quarter',
  year: 'The last 12 months',
  between: 'Between two dates',
} as const

export type PeriodKind = keyof typeof periodKinds

/** The days that are counted, both included. */
export type FigurePeriod = { kind: PeriodKind; from: Temporal.PlainDate; to: Temporal.PlainDate }

/** Why no figures can be counted for the dates that were given. */
export type PeriodFault = 'no-first-day' | 'no-last-day' | 'wrong-way-round'

/** Whether a word from an address names a kind of period. */
export function isPeriodKind(word: string): word is PeriodKind {
  return Object.hasOwn(periodKinds, word)
}

/**
 * The days of a period that ends today: the week begins on Monday; quarters begin on 1 January, April, July and October;
 * the last 12 months begin on the day after today’s date a year ago, so that no day of the year is counted twice.
 */
export function periodTo(kind: Exclude<PeriodKind, 'between'>, today: Temporal.PlainDate): FigurePeriod {
  return { kind, from: firstDay(kind, today), to: today }
}

function firstDay(kind: Exclude<PeriodKind, 'between'>, today: Temporal.PlainDate): Temporal.PlainDate {
  switch (kind) {
    case 'week':
      return today.subtract({ days: today.dayOfWeek - 1 })
    case 'month':
      return today.with({ day: 1 })
    case 'quarter':
      return today.with({ month: today.month - ((today.month - 1) % 3), day: 1 })
    case 'year':
      return today.subtract({ years: 1 }).add({ days: 1 })
  }
}

/** The days between two dates that were typed, both included; or why they are none. */
export function periodBetween(
  from: Temporal.PlainDate | undefined,
  to: Temporal.PlainDate | undefined,
): FigurePeriod | PeriodFault {
  if (!from) return 'no-first-day'
  if (!to) return 'no-last-day'
  return Temporal.PlainDate.compare(from, to) > 0 ? 'wrong-way-round' : { kind: 'between', from, to }
}

/** `1 November 2026 to 21 November 2026`, or the one day. */
export function periodWords({ from, to }: Pick<FigurePeriod, 'from' | 'to'>): string {
  return from.equals(to) ? writeDate(from) : `${writeDate(from)} to ${writeDate(to)}`
}
