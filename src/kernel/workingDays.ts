import { ok, type Result, refused } from './result.ts'

/**
 * The bank holidays of one part of the country, and the years for which they are known. A date
 * outside those years is refused: an unknown bank holiday must not become a wrong deadline.
 */
export type BankHolidayCalendar = {
  readonly name: string
  readonly firstYear: number
  readonly lastYear: number
  /** The last year whose holidays are announced; later years are by rule and may gain a one-off day. */
  readonly lastAnnouncedYear: number
  /** The name of each holiday by its date (yyyy-mm-dd). */
  readonly holidays: ReadonlyMap<string, string>
}

/** The calendar does not cover the year of this date. */
export type OutsideCalendar = {
  readonly kind: 'outside-calendar'
  readonly date: Temporal.PlainDate
  readonly firstYear: number
  readonly lastYear: number
}

const friday = 5

/** Answers that were worked out before: a page of many deadlines asks for the same few days again and again. */
type Remembered = Map<string, Result<unknown, OutsideCalendar>>
const remembered = new WeakMap<BankHolidayCalendar, Remembered>()
const mostRemembered = 20_000

/** The answer to a question about a calendar, which never changes: worked out once. */
function once<T>(
  calendar: BankHolidayCalendar,
  question: string,
  workOut: () => Result<T, OutsideCalendar>,
): Result<T, OutsideCalendar> {
  const answers: Remembered = remembered.get(calendar) ?? new Map()
  remembered.set(calendar, answers)
  const known = answers.get(question)
  if (known) return known as Result<T, OutsideCalendar>
  if (answers.size >= mostRemembered) answers.clear()
  const answer = workOut()
  answers.set(question, answer)
  return answer
}

/** Whether the day is a Monday to Friday that is not a bank holiday. */
export function isWorkingDay(
  date: Temporal.PlainDate,
  calendar: BankHolidayCalendar,
): Result<boolean, OutsideCalendar> {
  const { firstYear, lastYear } = calendar
  if (date.year < firstYear || date.year > lastYear) {
    return refused({ kind: 'outside-calendar', date, firstYear, lastYear })
  }
  return ok(date.dayOfWeek <= friday && !calendar.holidays.has(date.toString()))
}

/**
 * The day that is `count` working days after `from`; before it when `count` is negative. The day
 * `from` itself is not counted, and 0 gives it back whatever day it is. Throws RangeError for a part
 * of a day.
 */
export function addWorkingDays(
  from: Temporal.PlainDate,
  count: number,
  calendar: BankHolidayCalendar,
): Result<Temporal.PlainDate, OutsideCalendar> {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of working days: ${count}`)
  return once(calendar, `${from} + ${count}`, () => stepWorkingDays(from, count, calendar))
}

function stepWorkingDays(
  from: Temporal.PlainDate,
  count: number,
  calendar: BankHolidayCalendar,
): Result<Temporal.PlainDate, OutsideCalendar> {
  const days = Math.sign(count)
  let date = from
  for (let left = Math.abs(count); left > 0; ) {
    date = date.add({ days })
    const working = isWorkingDay(date, calendar)
    if (!working.ok) return working
    if (working.value) left -= 1
  }
  return ok(date)
}

/**
 * How many working days lie after `from` up to and including `to`. When `to` is the earlier day the
 * answer is negative and counts the working days from `to` up to the eve of `from`, so that it undoes
 * `addWorkingDays` in both directions.
 */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: BankHolidayCalendar,
): Result<number, OutsideCalendar> {
  return once(calendar, `${from} to ${to}`, () => countWorkingDays(from, to, calendar))
}

function countWorkingDays(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: BankHolidayCalendar,
): Result<number, OutsideCalendar> {
  const days = Temporal.PlainDate.compare(to, from)
  let count = 0
  for (let date = from; !date.equals(to); ) {
    date = date.add({ days })
    const working = isWorkingDay(date, calendar)
    if (!working.ok) return working
    if (working.value) count += days
  }
  return ok(count)
}
