/** Dates and times as people read them, in the style of GOV.UK: `Tuesday 4 March 2025, 4pm`. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The months in full; the first is January. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `4 March 2025` */
export function writeDate(date: Temporal.PlainDate): string {
  return `${date.day} ${monthNames[date.month - 1]} ${date.year}`
}

/** `Tuesday 4 March 2025` */
export function writeDay(date: Temporal.PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1]} ${writeDate(date)}`
}

/** `4pm`, `4:05pm`, `midday`, `midnight`; seconds are left out. */
export function writeTime(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 0) return 'midnight'
  if (time.minute === 0 && time.hour === 12) return 'midday'
  const minutes = time.minute === 0 ? '' : `:${String(time.minute).padStart(2, '0')}`
  return `${time.hour % 12 || 12}${minutes}${time.hour < 12 ? 'am' : 'pm'}`
}

/** `Tuesday 4 March 2025, 4pm`: the moment as the clock on the wall says it in `zone`. */
export function writeMoment(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone)
  return `${writeDay(local.toPlainDate())}, ${writeTime(local.toPlainTime())}`
}

/** The same, but the day alone at midnight: that is how something is kept of which only the day is known. */
export function writeMomentOrDay(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone)
  const isDay = local.toPlainTime().equals(Temporal.PlainTime.from('00:00'))
  return isDay ? writeDay(local.toPlainDate()) : writeMoment(at, zone)
}
