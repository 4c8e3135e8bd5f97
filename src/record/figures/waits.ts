import {
  type Calendars,
  type ClockEvent,
  type ClockOverride,
  clockStates,
  stopsOf,
} from '../../engine/clocks/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'

/**
 * From when to when a child waited. `stops`: everything in the case that may have stopped the clock which runs until then,
 * this among it; left out or empty where nothing else can stop it.
 */
export type Wait = { from: Temporal.Instant; to: Temporal.Instant; stops?: readonly ClockEvent[] }

/** How long children waited. Days are days of the calendar: nought on the same day. */
export type Waits = {
  /** Those whose wait can be counted. */
  counted: number
  /** The end stands before the beginning: a date is wrong, and the wait is left out. */
  impossible: number
  /** Half as long as this and half longer; between two whole days where they are an even number. Undefined for nobody. */
  median: number | undefined
  longest: number | undefined
}

/** The days from one moment to another, as the calendar on the wall counts them; negative where they are the wrong way round. */
export function daysBetween({ from, to }: Wait): number {
  return dayInUk(from).until(dayInUk(to)).days
}

/** Sums up how long children waited. */
export function sumUpWaits(waits: readonly Wait[]): Waits {
  const days = waits.map(daysBetween)
  const possible = days.filter(count => count >= 0).toSorted((one, other) => one - other)
  return {
    counted: possible.length,
    impossible: days.length - possible.length,
    median: medianOf(possible),
    longest: possible.at(-1),
  }
}

/** The middle of numbers in order, or half-way between the two in the middle. */
export function medianOf(ordered: readonly number[]): number | undefined {
  const upper = ordered[Math.floor(ordered.length / 2)]
  const lower = ordered[Math.ceil(ordered.length / 2) - 1]
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2
}

/** How a wait stands by a clock; `not-known` where that cannot be said: bank holidays not known, or the rule did not hold. */
export type WaitStanding = 'met' | 'late' | 'not-known'

/** What a wait is held against: the bank holidays, and the service’s own lengths. */
export type HeldAgainst = { calendars: Calendars; clockOverrides: readonly ClockOverride[] }

/**
 * Holds a wait against a clock of its pathway that runs from the arrival for a length of its own. Of the steps that stop it
 * the first counts, as on the page of the case: a case that took one in time and another later was in time. The one rule
 * for both sides: a figure counts with it, and the list of cases behind the figure finds with it.
 */
export function standingOfWait(
  pathway: Pathway,
  clockId: string,
  { from, to, stops = [] }: Wait,
  { calendars, clockOverrides }: HeldAgainst,
): WaitStanding | undefined {
  const clock = pathway.clocks.find(({ id }) => id === clockId)
  if (!clock) return undefined
  const events = [
    { step: clock.from, at: from },
    ...(stops.length > 0 ? stops : [{ step: stopsOf(clock)[0] ?? '', at: to }]),
  ]
  const overrides = clockOverrides.filter(override => override.pathway === pathway.id)
  const kind = clockStates(clock, events, to, calendars, { overrides })[0]?.kind
  return kind === 'met' || kind === 'late' ? kind : 'not-known'
}

/** How many were in time by a clock, how many late, and of how many it cannot be said. */
export type InTime = { met: number; late: number; notKnown: number }

/** Holds each wait against a clock of its pathway. Undefined: the pathway has no such clock. */
export function countInTime(
  pathway: Pathway,
  clockId: string,
  waits: readonly Wait[],
  against: HeldAgainst,
): InTime | undefined {
  if (!pathway.clocks.some(({ id }) => id === clockId)) return undefined
  const standings = waits.map(wait => standingOfWait(pathway, clockId, wait, against))
  const count = (standing: WaitStanding) => standings.filter(each => each === standing).length
  return { met: count('met'), late: count('late'), notKnown: count('not-known') }
}
