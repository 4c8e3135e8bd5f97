import { practiceInUse } from '../../engine/packs/index.ts'
import { isWorkingDay } from '../../kernel/workingDays.ts'
import type { DemonstrationEmail } from './people.ts'
import { demonstrationWorkers } from './workforce.ts'

type Today = { today: Temporal.PlainDate }

const friday = 5
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/**
 * Whether a service is at work on a day: a Monday to Friday that is no bank holiday. Of a year whose bank holidays are not
 * known, every Monday to Friday.
 */
export function isWorkedOn(day: Temporal.PlainDate): boolean {
  const known = isWorkingDay(day, practiceInUse().calendars.bankHolidays)
  return known.ok ? known.value : day.dayOfWeek <= friday
}

/** Whether somebody of the demonstration is at work on a day: not on a day off, and not on leave. */
function isAtWork(who: DemonstrationEmail, day: Temporal.PlainDate, { today }: Today): boolean {
  if (!isWorkedOn(day)) return false
  const worker = demonstrationWorkers.find(({ email }) => email === who)
  const name = dayNames[day.dayOfWeek - 1]
  if (!worker || !name) return true
  const inDays = today.until(day).days
  const isAway = worker.leave?.some(
    ({ fromInDays, days }) => inDays >= fromInDays && inDays <= fromInDays + days,
  )
  return worker.days.includes(name) && !isAway
}

/**
 * The working day for what was said to be so many days ago: that day, or where nobody works on it the last one before it;
 * for what is still to come, the next one after it. Both in days before today, negative for days to come.
 * @param who whose days they are: left out, the service's
 */
export function toWorkingDay(it: Today, daysAgo: number, who?: DemonstrationEmail): number {
  const step = daysAgo > 0 ? 1 : -1
  const isFree = (at: number) => {
    const day = it.today.subtract({ days: at })
    return who === undefined ? !isWorkedOn(day) : !isAtWork(who, day, it)
  }
  let at = daysAgo
  while (isFree(at)) at += step
  return at
}

/**
 * How many days ago the working day is that lies so many before today; for a negative number the one that lies so many
 * after it, as a negative number. 0 is today, whatever day that is: a demonstration has something to show on a Sunday too.
 * @param who whose days are counted: left out, the service's
 */
export function workingDaysAgo(it: Today, count: number, who?: DemonstrationEmail): number {
  const step = Math.sign(count)
  let daysAgo = 0
  for (let left = Math.abs(count); left > 0; left -= 1) {
    daysAgo = toWorkingDay(it, daysAgo + step, who)
  }
  return daysAgo
}

/** The day, in days before today, that lies so many working days after another. */
export function workingDaysAfter(it: Today, daysAgo: number, count: number): number {
  let at = daysAgo
  for (let left = count; left > 0; ) {
    at -= 1
    if (isWorkedOn(it.today.subtract({ days: at }))) left -= 1
  }
  return at
}

/** From the day until the day (month and day of the month), the same every year. */
const longHolidays = [
  ['07-22', '09-02'],
  ['12-20', '12-31'],
  ['01-01', '01-03'],
] as const

/**
 * Whether schools and colleges are open on a day, in the demonstration only: in summer, at Christmas, around Easter and in
 * three weeks between they are not. Invented, close to what is usual; it is no authority's calendar.
 */
export function isInTerm(day: Temporal.PlainDate): boolean {
  const monthDay = day.toString().slice(5)
  if (longHolidays.some(([from, until]) => monthDay >= from && monthDay <= until)) return false
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const isLastMonday = monday.month !== monday.add({ weeks: 1 }).month
  const isHalfTerm =
    (monday.month === 2 && monday.day >= 15 && monday.day <= 21) ||
    ((monday.month === 5 || monday.month === 10) && isLastMonday)
  return isWorkedOn(day) && !isHalfTerm && !isAroundEaster(monday)
}

/** The week of Good Friday, and the one after it, by their Mondays. */
function isAroundEaster(monday: Temporal.PlainDate): boolean {
  const { holidays } = practiceInUse().calendars.bankHolidays
  const isGoodFriday = (it: Temporal.PlainDate) => holidays.get(it.toString()) === 'Good Friday'
  return isGoodFriday(monday.add({ days: 4 })) || isGoodFriday(monday.subtract({ days: 3 }))
}
