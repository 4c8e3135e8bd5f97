import type { DutyHours } from '../../kernel/dutyHours.ts'
import { covers, type Period } from '../../kernel/period.ts'
import { type Length, type LengthInDays, type LengthInHours, writeHours, writeLength } from './lengths.ts'

/** Who set a deadline: the law, a national body, or the service itself. Only the last two may be set otherwise by a service. */
export type Policy = 'statutory' | 'national' | 'service'

/**
 * How long a clock runs. Only minutes and hours can be counted within daily hours. `dueOn`: until a day that was given in
 * the case itself, and names the question that asks for it. The last answer holds; a day given after the clock was
 * stopped starts it again. `countedFrom`: not from the day of the step but from a day that was given in the case, and names the
 * question; until it was given nothing runs.
 */
type Allowed =
  | {
      readonly within: LengthInHours
      readonly hours?: DutyHours
      readonly dueOn?: never
      readonly countedFrom?: never
    }
  | {
      readonly within: LengthInDays
      readonly countedFrom?: string
      readonly hours?: never
      readonly dueOn?: never
    }
  | {
      readonly dueOn: string
      readonly within?: never
      readonly hours?: never
      readonly repeats?: never
      readonly countedFrom?: never
    }

/**
 * A deadline as a rule: what starts it, what stops it, and how long there is between. A clock is worked
 * out from the milestones of a case whenever it is looked at, and never stored.
 */
export type Clock<Step extends string = string> = {
  readonly id: string
  readonly title: string
  /** The step that starts it. */
  readonly from: Step
  /** The step, or the steps any one of which, stops it. */
  readonly to: Step | readonly Step[]
  /** Starts again with every such step, as after each missed appointment; otherwise the first one counts. */
  readonly repeats?: true
  readonly policy: Policy
  readonly source: string
  /** The days on which it may start. */
  readonly inForce: Period
  /** The rule is believed, but not read at its source: to be said wherever the clock is shown. */
  readonly unverified?: true
} & Allowed

/** A clock that runs for so long, and not until a day that is given. */
export type LastingClock = Clock & { readonly dueOn?: never }

type ClockSaid<Step extends string> = Omit<
  Clock<Step>,
  'id' | 'within' | 'hours' | 'dueOn' | 'countedFrom' | 'repeats'
> & {
  readonly repeats?: true
} & Allowed

/** Defines a clock: `clock('screening', { from: 'receive', to: 'screen', within: workingDays(10), … })`. */
export function clock<const Step extends string>(id: string, said: ClockSaid<Step>): Clock<Step> {
  return { id, ...said }
}

/** A service's own length for a clock, with the reason and where it was decided. */
export type ClockOverride = {
  /** The pathway and the id of its clock. */
  readonly pathway: string
  readonly clock: string
  readonly within: Length
  /** The days on which a clock that starts is held to this length. */
  readonly inForce: Period
  readonly source: string
  readonly reason: string
}

/** The question whose answer, a day, says when a clock is due or from when it is counted; undefined where no answer does. */
export function dayQuestionOf({ dueOn, countedFrom }: Clock): string | undefined {
  return dueOn ?? countedFrom
}

/** The steps that stop a clock. */
export function stopsOf<Step extends string>({ to }: Clock<Step>): readonly Step[] {
  return typeof to === 'string' ? [to] : to
}

/**
 * How long a clock that starts on that day runs in a service: its own length where it has set one (the
 * last one given wins), the rule's otherwise. The law's lengths are never overridden. `overrides` are
 * those of the clock's own pathway.
 */
export function lengthFor(
  clock: LastingClock,
  overrides: readonly ClockOverride[],
  startsOn: Temporal.PlainDate,
): Length {
  return overrideFor(clock, overrides, startsOn)?.within ?? clock.within
}

/** The service's own length to which a clock that starts on that day is held; undefined where the rule's own holds. */
export function overrideFor(
  clock: Clock,
  overrides: readonly ClockOverride[],
  startsOn: Temporal.PlainDate,
): ClockOverride | undefined {
  if (!canBeSetOtherwise(clock)) return undefined
  return overrides.findLast(({ clock: id, inForce }) => id === clock.id && covers(inForce, startsOn))
}

/** Whether a service may set a length of its own: not where the law sets it, nor where the day is given in the case. */
export function canBeSetOtherwise({ policy, within }: Clock): boolean {
  return policy !== 'statutory' && within !== undefined
}

/** `90 minutes, counted from 9am to 10pm`; with a service's own length, that one. */
export function writeAllowed(clock: Clock, within: Length | undefined = clock.within): string {
  if (within === undefined) return 'the day given in the case'
  return clock.hours === undefined
    ? writeLength(within)
    : `${writeLength(within)}, ${writeHours(clock.hours)}`
}

/** The units in which a service may set a length of its own: only minutes and hours can be counted within daily hours. */
export function unitsFor(clock: Clock): readonly Length['unit'][] {
  return clock.within?.unit === 'minutes' || clock.within?.unit === 'hours'
    ? ['minutes', 'hours']
    : ['workingDays', 'days', 'months']
}
