import { ok, type Result, refused } from './result.ts'
import { monthNames } from './writtenDates.ts'

/**
 * Why a typed date was not accepted: nothing typed, not a date, a year without its century, or a day
 * that the calendar does not have.
 */
export type DateFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'short-year' }
  | { readonly kind: 'no-such-day' }

/** Why a typed time was not accepted: nothing typed, or not a time of day. */
export type TimeFault = { readonly kind: 'empty' } | { readonly kind: 'not-a-time' }

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{1,4})$/
const monthInWords = /^(?:[a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?[ ,-]+(\d{1,4})$/

/**
 * Reads a date as people in the United Kingdom write it: `3/3/2011`, `03.03.2011`, `2011-03-03`,
 * `3 March 2011`, `3rd Mar 2011`. Day before month, always. A year needs four figures: 11 might be a
 * year, a day or a month.
 */
export function readDate(text: string): Result<Temporal.PlainDate, DateFault> {
  const typed = text.trim().replace(/\s+/g, ' ').toLowerCase()
  if (typed === '') return refused({ kind: 'empty' })

  const iso = yearFirst.exec(typed)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const figures = dayFirst.exec(typed)
  if (figures) return dateOf(figures[3], figures[2], figures[1])
  const words = monthInWords.exec(typed)
  if (words) return dateOf(words[3], monthNumber(words[2]), words[1])
  return refused({ kind: 'not-a-date' })
}

/** Reads a date typed in three boxes. The month may be a number or a word. */
export function readDateParts(
  day: string,
  month: string,
  year: string,
): Result<Temporal.PlainDate, DateFault> {
  const parts = [day, month, year].map(part => part.trim())
  if (parts.every(part => part === '')) return refused({ kind: 'empty' })
  return readDate(parts.join(' '))
}

/** Reads a time of day: `16:00`, `16.00`, `1600`, `4pm`, `4:05 p.m.`, `midday`, `midnight`. */
export function readTime(text: string): Result<Temporal.PlainTime, TimeFault> {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '')
  if (typed === '') return refused({ kind: 'empty' })
  if (typed === 'midnight') return ok(new Temporal.PlainTime(0))
  if (typed === 'midday' || typed === 'noon') return ok(new Temporal.PlainTime(12))

  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?([ap])?(?:\.?m\.?)?$/.exec(typed)
  if (!parts) return refused({ kind: 'not-a-time' })
  const half = parts[3]
  const said = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  const saidRightly = half ? said >= 1 && said <= 12 : said <= 23 && parts[2] !== undefined
  if (!saidRightly || minute > 59) return refused({ kind: 'not-a-time' })
  const hour = half ? (said % 12) + (half === 'p' ? 12 : 0) : said
  return ok(new Temporal.PlainTime(hour, minute))
}

const first = Temporal.PlainTime.from('01:00')
const last = Temporal.PlainTime.from('06:59')

/**
 * The time in the afternoon that may have been meant by one that is typed without am or pm and so is read as one at night,
 * like `2.30`; undefined where the half of the day is said, or the hour does not lie from 1 to 6.
 */
export function otherHalf(text: string): Temporal.PlainTime | undefined {
  const read = readTime(text)
  if (!read.ok || /[a-z]/i.test(text)) return undefined
  const isAtNight =
    Temporal.PlainTime.compare(read.value, first) >= 0 && Temporal.PlainTime.compare(read.value, last) <= 0
  return isAtNight ? read.value.add({ hours: 12 }) : undefined
}

function dateOf(
  year: string | undefined = '',
  month: string | number | undefined = '',
  day: string | undefined = '',
): Result<Temporal.PlainDate, DateFault> {
  if (Number.isNaN(Number(month))) return refused({ kind: 'not-a-date' })
  if (year.length < 4) return refused({ kind: 'short-year' })
  const parts = { year: Number(year), month: Number(month), day: Number(day) }
  if (parts.year === 0 || parts.month < 1 || parts.day < 1) return refused({ kind: 'no-such-day' })
  const date = Temporal.PlainDate.from(parts)
  // Temporal brings a day that does not exist back to the last one that does; here it is a mistake.
  return date.day === parts.day && date.month === parts.month ? ok(date) : refused({ kind: 'no-such-day' })
}

/** The number of a month named in full or by three letters or more; not a number when it is no month. */
function monthNumber(word = ''): number {
  const index = monthNames.findIndex(name => word.length >= 3 && name.toLowerCase().startsWith(word))
  return index === -1 ? (word === 'sept' ? 9 : Number.NaN) : index + 1
}
