import type { ClockEvent } from '../../engine/clocks/index.ts'
import { findPathway, type Practice } from '../../engine/packs/index.ts'
import { type ClockLine, urgency, waitingClocksOf } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { ShutOut } from '../children/index.ts'

/** All that the clocks of a case are worked out from. */
export type Clocked = { pathway: string; endedAt: Temporal.Instant | null; events: readonly ClockEvent[] }

/** Who owes what is due in a case; null: nobody who could do it. */
export type Owed = {
  /** Whoever holds the case, or covers for them. */
  holder: string | null
  /** By the appointment that was missed: whoever follows it up. */
  missed: Readonly<Record<string, string | null>>
}

/** A case that is not done with, as it stands on somebody's day. */
export type CaseToDo = Clocked & {
  owed: Owed
  involvementId: string
  childId: string
  childName: string
  stage: string
  ending: string | null
  startedAt: Temporal.Instant
  holderName: string | null
  /** The open alerts about the child. */
  alerts: readonly { kind: string; text: string }[]
  /** Why the holder cannot work with the child, where that is so. */
  shutOut: ShutOut | null
  /** It is this person's own: as holder, or beside the holder. */
  isMine: boolean
  /** Whoever is on leave, where the case is this person's only as long as they cover. */
  coveringFor: string | null
  /** Given to this person as holder, and not said to have been read yet. */
  given: { handOverId: string; at: Temporal.Instant; fromName: string | null; byName: string } | null
  /** Since when this person has worked beside the holder. */
  besideSince: Temporal.Instant | null
}

/** A case with the clocks that wait for something, the most pressing first. */
export type CaseLine = { it: CaseToDo; waiting: readonly ClockLine[] }

/** Something that is due in a case. */
export type DueLine = { it: CaseToDo; line: ClockLine }

/** How many days ahead something counts as due soon: this week, whatever day it is today. */
export const soonDays = 7

/** For how many days a case beside whose holder somebody works is new to them: nobody has to say that they have read it. */
export const newDays = 7

/** The clocks of a case that wait for something to be done, the most pressing first. */
export function waitingClocks(it: Clocked, practice: Practice, now: Temporal.Instant): readonly ClockLine[] {
  const pathway = findPathway(practice, it.pathway)
  if (!pathway) return []
  const { endedAt, events } = it
  const ended = { endedAt: endedAt ?? undefined, events }
  const lines = waitingClocksOf(pathway, ended, now, practice.calendars, practice.clockOverrides)
  return lines.toSorted((one, other) => urgency(one) - urgency(other))
}

/** Cases with what waits in them, the most pressing first. */
export function pressing(cases: readonly CaseToDo[], practice: Practice, now: Temporal.Instant): CaseLine[] {
  return cases
    .map(it => ({ it, waiting: waitingClocks(it, practice, now) }))
    .toSorted((one, other) => urgency(one.waiting[0]) - urgency(other.waiting[0]))
}

/** What is overdue or due within the week, and what cannot be worked out: the most pressing first. */
export function dueSoon(lines: readonly CaseLine[], today: Temporal.PlainDate): DueLine[] {
  return lines
    .flatMap(({ it, waiting }) => waiting.map(line => ({ it, line })))
    .filter(({ line }) => standsAt(line, today) !== 'later')
    .toSorted((one, other) => urgency(one.line) - urgency(other.line))
}

/**
 * Who owes what a clock waits for: what is due counts once, with them and with nobody else who works in the case.
 * @returns the person; null: nobody who could do it
 */
export function owedBy(
  { clock, state }: ClockLine,
  { events, owed }: Pick<CaseToDo, 'events' | 'owed'>,
): string | null {
  const startedAt = 'startedAt' in state ? state.startedAt : undefined
  const about = events.find(
    ({ step, at, about }) => about !== undefined && step === clock.from && startedAt?.equals(at),
  )?.about
  const followsUp = about === undefined ? undefined : owed.missed[about]
  return followsUp === undefined ? owed.holder : followsUp
}

/** Where something that waits stands in time: `today` is part of the week and overdue is not. */
export type Standing = 'overdue' | 'today' | 'week' | 'later' | 'unknown'

/** Where a clock that waits stands in time. */
export function standsAt({ state }: ClockLine, today: Temporal.PlainDate): Standing {
  if (state.kind === 'overdue') return 'overdue'
  if (state.kind !== 'running') return 'unknown'
  if (state.dueToday) return 'today'
  const { due } = state
  const day = due.kind === 'day' ? due.date : dayInUk(due.at)
  return Temporal.PlainDate.compare(day, today.add({ days: soonDays })) < 0 ? 'week' : 'later'
}

/** Whether a case is new to the person whose day it is: given and not yet read, or worked in for a week at most. */
export function isNew({ given, besideSince }: CaseToDo, now: Temporal.Instant): boolean {
  if (given) return true
  return besideSince !== null && Temporal.Instant.compare(besideSince.add({ hours: 24 * newDays }), now) >= 0
}
