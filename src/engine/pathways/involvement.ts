import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import {
  type Calendars,
  type Clock,
  type ClockEvent,
  type ClockOverride,
  type ClockState,
  clockStates,
  dayQuestionOf,
  overrideFor,
  stopsOf,
} from '../clocks/index.ts'
import type { Answers } from '../forms/index.ts'
import { type FollowUpTime, followUpTime } from './followUp.ts'
import type { EndingOf, Pathway, StageOf } from './pathway.ts'
import { replay } from './replay.ts'
import { findStep, type StepRefusal } from './steps.ts'
import { questionsOfEndings, stepsOfEndings, withoutUndone } from './undone.ts'

/** A step that was taken: which, when it happened, and what was answered. */
export type Milestone = ClockEvent & { readonly answers: Answers }

/** Where a child's case on a pathway stands, worked out from its milestones. */
export type InvolvementState<P extends Pathway> =
  | { readonly kind: 'notStarted' }
  | {
      readonly kind: 'open'
      readonly stage: StageOf<P>
      readonly startedAt: Temporal.Instant
      /** When the case came to this stage. */
      readonly since: Temporal.Instant
    }
  | {
      readonly kind: 'ended'
      readonly ending: EndingOf<P>
      readonly startedAt: Temporal.Instant
      readonly endedAt: Temporal.Instant
      /** How long the child is followed, where the pathway follows children after this ending; `over` once it has passed. */
      readonly followUp: (FollowUpTime & { readonly over: boolean }) | undefined
    }

/** How one clock of a case stands; a clock that repeats has a line for every run. */
export type ClockLine = {
  readonly clock: Clock
  readonly state: ClockState
  /** The service's own length to which this run is held; undefined where the rule's own holds. */
  readonly own?: ClockOverride | undefined
}

/**
 * Replays the milestones, in the order in which they were recorded, and says where the case stands at
 * `now`. Refused when a milestone is of a step that was not offered there: a fault in the record.
 */
export function involvementState<P extends Pathway>(
  pathway: P,
  milestones: readonly Milestone[],
  now: Temporal.Instant,
): Result<InvolvementState<P>, StepRefusal> {
  const replayed = replay(pathway, milestones)
  if (!replayed.ok) return refused(replayed.reason.refusal)
  const { position, startedAt, since, by } = replayed.value
  if (position.kind === 'notStarted' || !startedAt || !since || !by) return ok({ kind: 'notStarted' })
  if (position.kind === 'open') return ok({ ...position, startedAt, since })
  return ok({ ...position, startedAt, endedAt: since, followUp: followUpOf(pathway, by, since, now) })
}

/**
 * The clocks of a case. `events` are what the pathway listens to elsewhere in the record. When the case
 * has ended, a clock stops with it unless what stops the clock can still be done afterwards.
 */
export function involvementClocks(
  pathway: Pathway,
  milestones: readonly Milestone[],
  events: readonly ClockEvent[],
  now: Temporal.Instant,
  calendars: Calendars,
  overrides: readonly ClockOverride[] = [],
): readonly ClockLine[] {
  const state = involvementState(pathway, milestones, now)
  const endedAt = state.ok && state.value.kind === 'ended' ? state.value.endedAt : undefined
  const all = { endedAt, events: [...milestones, ...events], onlyWaiting: false }
  return clocksOf(pathway, all, now, calendars, overrides).flatMap(({ states, line }) => {
    const shown: readonly ClockState[] = states.length > 0 ? states : [{ kind: 'notStarted' }]
    return shown.map(line)
  })
}

/**
 * The clocks that wait for something in a case of which it is known already whether it has ended: for lists of many
 * cases, where the answers of their steps need not be read and what is done need not be worked out. `events`: the steps
 * that were taken, and what the pathway listens to elsewhere.
 */
export function waitingClocksOf(
  pathway: Pathway,
  it: { readonly endedAt: Temporal.Instant | undefined; readonly events: readonly ClockEvent[] },
  now: Temporal.Instant,
  calendars: Calendars,
  overrides: readonly ClockOverride[] = [],
): readonly ClockLine[] {
  return clocksOf(pathway, { ...it, onlyWaiting: true }, now, calendars, overrides).flatMap(
    ({ states, line }) =>
      states.filter(({ kind }) => kind === 'running' || kind === 'overdue' || kind === 'notKnown').map(line),
  )
}

type Clocked = {
  readonly endedAt: Temporal.Instant | undefined
  readonly events: readonly ClockEvent[]
  readonly onlyWaiting: boolean
}

/** Every run of every clock of a case. */
function clocksOf(
  pathway: Pathway,
  { endedAt, events, onlyWaiting }: Clocked,
  now: Temporal.Instant,
  calendars: Calendars,
  overrides: readonly ClockOverride[],
): { clock: Clock; states: readonly ClockState[]; line(state: ClockState): ClockLine }[] {
  const own = overrides.filter(override => override.pathway === pathway.id)
  const standing = pathway.clocks.some(hasGivenDay) ? withoutUndone(pathway, events) : events
  return pathway.clocks.map(clock => {
    const options = {
      endedAt: runsOnAfterTheEnd(pathway, clock) ? undefined : endedAt,
      overrides: own,
      onlyWaiting,
    }
    const line = (state: ClockState): ClockLine => {
      const at = 'startedAt' in state ? state.startedAt : now
      const startsOn = at.toZonedDateTimeISO(calendars.zone).toPlainDate()
      return { clock, state, own: own.length > 0 ? overrideFor(clock, own, startsOn) : undefined }
    }
    // An ending that was recorded by mistake is no end of the work: the day that was given before it holds again.
    const happened = hasGivenDay(clock) ? standing : events
    return { clock, states: clockStates(clock, happened, now, calendars, options), line }
  })
}

const hasGivenDay = (clock: Clock) => dayQuestionOf(clock) !== undefined

/** Whether a pathway takes what came by a route, by what was answered in the form that came. */
export function takesFrom(pathway: Pathway, route: string, answers: Answers): boolean {
  const way = Object.hasOwn(pathway.routesIn, route) ? pathway.routesIn[route] : undefined
  return (
    way !== undefined &&
    Object.entries(way.accepts ?? {}).every(([name, values]) => values.includes(String(answers[name])))
  )
}

/** The way by which a pathway takes a child over from another service; undefined where it takes none. */
export function handedOverBy(pathway: Pathway): string | undefined {
  return Object.entries(pathway.routesIn).find(([, { handedOver }]) => handedOver)?.[0]
}

/**
 * Every step and event that bears on a clock of one of the pathways: it starts or stops it, says when it is due, or undoes
 * the ending that stopped it.
 */
export function stepsThatClocksKnow(pathways: readonly Pathway[]): readonly string[] {
  const steps = pathways.flatMap(pathway => [
    ...pathway.clocks.flatMap(clock => [
      clock.from,
      ...stopsOf(clock),
      ...stepsThatSay(pathway, dayQuestionOf(clock)),
    ]),
    ...(pathway.clocks.some(hasGivenDay) ? stepsOfEndings(pathway) : []),
  ])
  return [...new Set(steps)]
}

/** The questions whose answers say when a clock of one of the pathways is due, or whether an ending was undone. */
export function questionsThatClocksKnow(pathways: readonly Pathway[]): readonly string[] {
  const questions = pathways
    .filter(({ clocks }) => clocks.some(hasGivenDay))
    .flatMap(pathway => [
      ...pathway.clocks.flatMap(clock => dayQuestionOf(clock) ?? []),
      ...questionsOfEndings(pathway),
    ])
  return [...new Set(questions)]
}

function stepsThatSay(pathway: Pathway, question: string | undefined): readonly string[] {
  if (question === undefined) return []
  return Object.keys(pathway.steps).filter(id => findStep(pathway, id)?.fields[question] !== undefined)
}

/** What is said of a step of a pathway, or of something that it listens to, once it has happened. */
export function saidOf(pathway: Pathway, step: string): string {
  return findStep(pathway, step)?.done ?? pathway.listensTo?.[step] ?? step
}

/** Whether a clock is started by what happens elsewhere in the record: in a case where that never happens it never runs. */
export function startsElsewhere(pathway: Pathway, clock: Clock): boolean {
  return findStep(pathway, clock.from) === undefined
}

/** What starts and stops a clock that runs on after the end of a case: what is still owed then. */
export type Owed = { readonly starts: string; readonly stops: readonly string[] }

/** The clocks of a pathway that run on after the end of a case, since what stops them can still be done. */
export function owedAfterTheEnd(pathway: Pathway): readonly Owed[] {
  return pathway.clocks
    .filter(clock => runsOnAfterTheEnd(pathway, clock))
    .map(clock => ({ starts: clock.from, stops: stopsOf(clock) }))
}

function runsOnAfterTheEnd(pathway: Pathway, clock: Clock): boolean {
  return stopsOf(clock).some(stop => {
    const from = findStep(pathway, stop)?.from ?? 'start'
    return from !== 'start' && from.includes('ended')
  })
}

function followUpOf(pathway: Pathway, endedBy: string, endedAt: Temporal.Instant, now: Temporal.Instant) {
  const time = followUpTime(pathway, endedBy, endedAt)
  return time && { ...time, over: Temporal.PlainDate.compare(dayInUk(now), time.until) > 0 }
}
