import { ukZone } from '../../kernel/dutyHours.ts'
import { type BankHolidayCalendar, isWorkingDay } from '../../kernel/workingDays.ts'
import { writeDay, writeTime } from '../../kernel/writtenDates.ts'
import type { DigestDays } from './digestQueries.ts'

/** The hours of the morning, London time, in which a digest is sent: later it is of no use. */
const morning = { from: 7, until: 12 }

/** Whether it is a morning on which anybody is told: a working day, as far as its holidays are known. */
export function isMorning(now: Temporal.Instant, holidays: BankHolidayCalendar): boolean {
  const local = now.toZonedDateTimeISO(ukZone)
  if (local.hour < morning.from || local.hour >= morning.until) return false
  const working = isWorkingDay(local.toPlainDate(), holidays)
  return working.ok ? working.value : local.dayOfWeek <= 5
}

/**
 * Whether somebody who chose these days is told on this one: on Mondays, or on their first working day of the week where
 * Monday is a bank holiday or they were on leave.
 * @param awayOn days of this week on which they were on leave
 */
export function isDayFor(
  days: DigestDays,
  today: Temporal.PlainDate,
  holidays: BankHolidayCalendar,
  awayOn: readonly Temporal.PlainDate[] = [],
): boolean {
  if (days === 'never') return false
  if (days === 'working-days') return true
  const earlier = Array.from({ length: today.dayOfWeek - 1 }, (_, index) =>
    today.subtract({ days: index + 1 }),
  )
  return earlier.every(day => {
    if (awayOn.some(away => away.equals(day))) return true
    const working = isWorkingDay(day, holidays)
    return working.ok && !working.value
  })
}

/** What waits for somebody on a day, in numbers. */
export type Waiting = {
  overdue: number
  dueToday: number
  /** When the appointments of the day begin. */
  appointments: readonly Temporal.Instant[]
  /** Planned for an earlier day, and nobody has said how they went. */
  unrecorded: number
  missed: number
  fresh: number
  /** Cases that wait for a worker, for whoever names one. */
  withoutWorker: number
}

/**
 * A digest in words: counts, and nothing about anybody. Undefined where nothing waits.
 * @param it undefined for whoever holds no cases
 * @param more what other slices count
 */
export function digestWords(
  {
    name,
    today,
    dayAddress,
    settingsAddress,
  }: { name: string; today: Temporal.PlainDate; dayAddress: string; settingsAddress: string },
  it: Waiting | undefined,
  more: readonly string[] = [],
): { subject: string; body: string } | undefined {
  const lines = [...(it ? linesOf(it) : []), ...more]
  if (lines.length === 0) return undefined
  return {
    subject: `Your day, ${writeDay(today)}`,
    body: [
      `Good morning ${name},`,
      '',
      'This waits for you:',
      ...lines.map(line => `- ${line}`),
      '',
      `Your day: ${dayAddress}`,
      '',
      `On which mornings you are told, you choose here: ${settingsAddress}`,
    ].join('\n'),
  }
}

/** What waits of the cases, appointments and arrivals. */
function linesOf(it: Waiting): string[] {
  const [first] = it.appointments
  return [
    it.overdue > 0 && `${it.overdue} overdue`,
    it.dueToday > 0 && `${it.dueToday} due today`,
    first &&
      `${counted(it.appointments.length, 'appointment')} today, the first at ${writeTime(first.toZonedDateTimeISO(ukZone).toPlainTime())}`,
    it.unrecorded > 0 &&
      `${counted(it.unrecorded, 'earlier appointment')} of which nobody has said how it went`,
    it.missed > 0 && `${counted(it.missed, 'missed appointment')} not followed up`,
    it.fresh > 0 && `${it.fresh} new`,
    it.withoutWorker > 0 && `${counted(it.withoutWorker, 'case')} without a worker`,
  ].filter(line => typeof line === 'string')
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
