import { dutyDeadline, dutyTimeBetween } from '../../kernel/dutyHours.ts'
import { covers } from '../../kernel/period.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  addWorkingDays,
  type BankHolidayCalendar,
  type OutsideCalendar,
  workingDaysBetween,
} from '../../kernel/workingDays.ts'
import { type Clock, type ClockOverride, type LastingClock, lengthFor, stopsOf } from './clock.ts'
import type { Length } from './lengths.ts'

/**
 * Something that happened in a case and may start or stop a clock. `about`: what it happened to (an appointment, say),
 * where the case has several: a stop that is about something answers only the start about the same. `answers`: what was
 * answered then, as far as a clock is due on a day that is given in the case.
 */
export type ClockEvent = {
  readonly step: string
  readonly at: Temporal.Instant
  readonly about?: string
  readonly answers?: Readonly<Record<string, unknown>>
}

/** When something is due: at a moment, or by the end of a day. */
export type Due =
  | { readonly kind: 'moment'; readonly at: Temporal.Instant }
  | { readonly kind: 'day'; readonly date: Temporal.PlainDate }

/** A stretch of time to show: minutes where the clock counts them (in its own hours), otherwise days. */
export type Amount = { readonly unit: 'minutes' | 'days' | 'workingDays'; readonly count: number }

type Started = { readonly startedAt: Temporal.Instant }
type Timed = Started & { readonly due: Due }

/** How a clock stands at a moment. */
export type ClockState =
  /** Nothing has started it. */
  | { readonly kind: 'notStarted' }
  /** What would start it happened on a day on which the rule did not hold. */
  | ({ readonly kind: 'notInForce' } & Started)
  /** It runs, but into a year whose bank holidays are not known. */
  | ({ readonly kind: 'notKnown'; readonly reason: OutsideCalendar } & Started)
  | ({ readonly kind: 'running'; readonly remaining: Amount; readonly dueToday: boolean } & Timed)
  | ({ readonly kind: 'overdue'; readonly by: Amount } & Timed)
  | ({ readonly kind: 'met'; readonly at: Temporal.Instant } & Timed)
  | ({ readonly kind: 'late'; readonly at: Temporal.Instant; readonly by: Amount } & Timed)
  /** The case ended before what the clock waited for was done. */
  | ({ readonly kind: 'stopped'; readonly at: Temporal.Instant; readonly wasOverdue: boolean } & Timed)

/** What clocks are read against: the bank holidays, and the zone in which a day begins and ends. */
export type Calendars = { readonly bankHolidays: BankHolidayCalendar; readonly zone: string }

/** What bears on the clocks of one case apart from its milestones. */
export type ClockOptions = {
  /** When the case ended, for a clock that does not run on after the end. */
  readonly endedAt?: Temporal.Instant | undefined
  /** The service's own lengths. */
  readonly overrides?: readonly ClockOverride[]
  /** Leaves out the runs that have stopped, or ended with the case: for lists of what is to be done. */
  readonly onlyWaiting?: boolean | undefined
}

/**
 * How a clock stands at `now`: for a clock that repeats, the earliest start that is still waiting, or
 * else the latest. `events` may be in any order.
 */
export function clockState(
  clock: Clock,
  events: readonly ClockEvent[],
  now: Temporal.Instant,
  calendars: Calendars,
  options: ClockOptions = {},
): ClockState {
  const states = clockStates(clock, events, now, calendars, options)
  return (
    states.find(({ kind }) => kind === 'running' || kind === 'overdue') ??
    states.at(-1) ?? { kind: 'notStarted' }
  )
}

/**
 * Every run of a clock in the order of their starts: none when nothing has started it, at most one
 * unless it repeats. One stop answers every start before it, or the one about the same thing.
 */
export function clockStates(
  clock: Clock,
  events: readonly ClockEvent[],
  now: Temporal.Instant,
  calendars: Calendars,
  options: ClockOptions = {},
): readonly ClockState[] {
  const starts = inOrder(events.filter(({ step }) => step === clock.from))
  if (starts.length === 0) return []
  const stopping = stopsOf(clock)
  const stops = inOrder(events.filter(({ step }) => stopping.includes(step)))
  if (clock.dueOn !== undefined)
    return runToGivenDay(clock, clock.dueOn, { starts, stops, events }, now, calendars, options)
  if (clock.countedFrom !== undefined)
    return runFromGivenDay(clock, clock.countedFrom, { starts, stops, events }, now, calendars, options)
  return (clock.repeats ? starts : starts.slice(0, 1)).flatMap(({ at: startedAt, about }) => {
    const answers = stops.filter(
      stop => about === undefined || stop.about === undefined || stop.about === about,
    )
    // A deadline kept before its own start was written down is kept: the two were only recorded out of order.
    const stop = clock.repeats
      ? answers.find(({ at }) => Temporal.Instant.compare(at, startedAt) >= 0)
      : answers[0]
    if (options.onlyWaiting && (stop || options.endedAt)) return []
    return [oneRun(clock, startedAt, stop?.at, now, calendars, options)]
  })
}

type Happened = Readonly<Record<'starts' | 'stops' | 'events', readonly ClockEvent[]>>

/** The last run of a clock that is due on the day that was last given since; none where no day was. */
function runToGivenDay(
  clock: Clock,
  question: string,
  { starts, stops, events }: Happened,
  now: Temporal.Instant,
  calendars: Calendars,
  options: ClockOptions,
): readonly ClockState[] {
  const start = starts.at(-1)
  const isSince = (at: Temporal.Instant) => (it: ClockEvent) => Temporal.Instant.compare(it.at, at) >= 0
  const given = start && inOrder(events.filter(isSince(start.at)).filter(it => dayGiven(it, question))).at(-1)
  const date = given && dayGiven(given, question)
  if (!start || !date) return []
  const stop = stops.find(isSince(given.at))
  if (options.onlyWaiting && (stop || options.endedAt)) return []
  const { at: startedAt } = start
  if (!covers(clock.inForce, dayOf(startedAt, calendars))) return [{ kind: 'notInForce', startedAt }]
  const timed = { startedAt, due: { kind: 'day', date } } as const
  return [stateOf(timed, 'days', stop?.at, clock, now, calendars, options.endedAt)]
}

/** The run of a clock that is counted from the day that was last given in the case; none where no day was. */
function runFromGivenDay(
  clock: LastingClock,
  question: string,
  { stops, events }: Happened,
  now: Temporal.Instant,
  calendars: Calendars,
  options: ClockOptions,
): readonly ClockState[] {
  const date = inOrder(events)
    .flatMap(it => dayGiven(it, question) ?? [])
    .at(-1)
  const [stop] = stops
  if (!date || (options.onlyWaiting && (stop || options.endedAt))) return []
  const startedAt = date.toZonedDateTime(calendars.zone).toInstant()
  return [oneRun(clock, startedAt, stop?.at, now, calendars, options)]
}

/** The day as answers keep it, like 2026-03-27; undefined for anything else. */
function dayGiven({ answers }: ClockEvent, question: string): Temporal.PlainDate | undefined {
  const answer = answers?.[question]
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer)
    ? Temporal.PlainDate.from(answer)
    : undefined
}

function inOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  return events.length < 2
    ? events
    : events.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function oneRun(
  clock: LastingClock,
  startedAt: Temporal.Instant,
  stoppedAt: Temporal.Instant | undefined,
  now: Temporal.Instant,
  calendars: Calendars,
  { endedAt, overrides = [] }: ClockOptions,
): ClockState {
  const startsOn = dayOf(startedAt, calendars)
  if (!covers(clock.inForce, startsOn)) return { kind: 'notInForce', startedAt }

  const within = lengthFor(clock, overrides, startsOn)
  const dueResult = dueAfter(startedAt, within, clock, calendars)
  if (!dueResult.ok) return { kind: 'notKnown', startedAt, reason: dueResult.reason }
  return stateOf({ startedAt, due: dueResult.value }, within.unit, stoppedAt, clock, now, calendars, endedAt)
}

/** How a clock stands of which it is known when it is due. */
function stateOf(
  timed: Timed,
  unit: Length['unit'],
  stoppedAt: Temporal.Instant | undefined,
  clock: Clock,
  now: Temporal.Instant,
  calendars: Calendars,
  endedAt: Temporal.Instant | undefined,
): ClockState {
  const { startedAt, due } = timed
  const amountPast = (at: Temporal.Instant) => lateness(due, at, clock, calendars)

  if (stoppedAt) {
    return isPast(due, stoppedAt, calendars)
      ? { kind: 'late', ...timed, at: stoppedAt, by: amountPast(stoppedAt) }
      : { kind: 'met', ...timed, at: stoppedAt }
  }
  if (endedAt) return { kind: 'stopped', ...timed, at: endedAt, wasOverdue: isPast(due, endedAt, calendars) }
  if (isPast(due, now, calendars)) return { kind: 'overdue', ...timed, by: amountPast(now) }

  const remaining = timeLeft(due, now, unit, clock, calendars)
  if (!remaining.ok) return { kind: 'notKnown', startedAt, reason: remaining.reason }
  const dueToday = dueDay(due, calendars).equals(dayOf(now, calendars))
  return { kind: 'running', ...timed, remaining: remaining.value, dueToday }
}

function dueAfter(
  startedAt: Temporal.Instant,
  { unit, count }: Length,
  { hours }: Clock,
  calendars: Calendars,
): Result<Due, OutsideCalendar> {
  const startsOn = dayOf(startedAt, calendars)
  switch (unit) {
    case 'minutes':
    case 'hours': {
      const duration = Temporal.Duration.from({ [unit]: count })
      return ok({
        kind: 'moment',
        at: hours ? dutyDeadline(startedAt, duration, hours) : startedAt.add(duration),
      })
    }
    case 'days':
    case 'months':
      return ok({ kind: 'day', date: startsOn.add({ [unit]: count }) })
    case 'workingDays': {
      const date = addWorkingDays(startsOn, count, calendars.bankHolidays)
      return date.ok ? ok({ kind: 'day', date: date.value }) : date
    }
  }
}

function timeLeft(
  due: Due,
  now: Temporal.Instant,
  unit: Length['unit'],
  clock: Clock,
  calendars: Calendars,
): Result<Amount, OutsideCalendar> {
  if (due.kind === 'moment') return ok({ unit: 'minutes', count: minutesBetween(now, due.at, clock) })
  const today = dayOf(now, calendars)
  if (unit !== 'workingDays') return ok({ unit: 'days', count: today.until(due.date).days })
  const left = workingDaysBetween(today, due.date, calendars.bankHolidays)
  return left.ok ? ok({ unit: 'workingDays', count: left.value }) : left
}

/** How long after the due time: in days of the calendar, since a weekend late is late. */
function lateness(due: Due, at: Temporal.Instant, clock: Clock, calendars: Calendars): Amount {
  return due.kind === 'moment'
    ? { unit: 'minutes', count: minutesBetween(due.at, at, clock) }
    : { unit: 'days', count: due.date.until(dayOf(at, calendars)).days }
}

/** Minutes as the clock counts them, a minute begun counted whole. */
function minutesBetween(from: Temporal.Instant, to: Temporal.Instant, { hours }: Clock): number {
  const time = hours ? dutyTimeBetween(from, to, hours) : from.until(to)
  return Math.ceil(time.total('minutes'))
}

function isPast(due: Due, at: Temporal.Instant, calendars: Calendars): boolean {
  return due.kind === 'moment'
    ? Temporal.Instant.compare(at, due.at) > 0
    : Temporal.PlainDate.compare(dayOf(at, calendars), due.date) > 0
}

function dueDay(due: Due, calendars: Calendars): Temporal.PlainDate {
  return due.kind === 'moment' ? dayOf(due.at, calendars) : due.date
}

function dayOf(at: Temporal.Instant, { zone }: Calendars): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}
