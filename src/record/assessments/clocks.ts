import type { AssessmentForm, FormEvent } from '../../engine/assessments/index.ts'
import {
  type Calendars,
  type Clock,
  type ClockEvent,
  type ClockState,
  clockState,
} from '../../engine/clocks/index.ts'
import type { Assessment } from './assessment.ts'
import type { Signing } from './signing.ts'

/** A clock of a form that waits for something, and how it stands. */
export type FormClock = { clock: Clock; state: ClockState }

/** What happened to a form, as its clocks know it. */
export function eventsOf(
  { begunAt }: Pick<Assessment, 'begunAt'>,
  signings: readonly Pick<Signing, 'kind' | 'signedAt'>[],
): ClockEvent[] {
  const begun: { step: FormEvent; at: Temporal.Instant } = { step: 'begun', at: begunAt }
  return [begun, ...signings.map(({ kind, signedAt }) => ({ step: kind satisfies FormEvent, at: signedAt }))]
}

/** The clocks of a form that run now, or have run out; none once it is finished or set aside. */
export function waitingClocks(
  { clocks = [] }: Pick<AssessmentForm, 'clocks'>,
  events: readonly ClockEvent[],
  now: Temporal.Instant,
  calendars: Calendars,
): FormClock[] {
  return clocks
    .map(clock => ({ clock, state: clockState(clock, events, now, calendars) }))
    .filter(({ state }) => state.kind === 'running' || state.kind === 'overdue')
}
