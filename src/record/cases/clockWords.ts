import type { Amount, ClockState, Due } from '../../engine/clocks/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import type { StatusKind } from '../../ui/moj/status-tag/StatusTag.tsx'

/** How a clock stands, in words and with the sign that goes with them. */
export type ClockWords = { status: StatusKind | undefined; word: string; due: string }

const units: Readonly<Record<Amount['unit'], readonly [string, string]>> = {
  minutes: ['minute', 'minutes'],
  days: ['day', 'days'],
  workingDays: ['working day', 'working days'],
}

function amount({ unit, count }: Amount): string {
  return `${count} ${units[unit][count === 1 ? 0 : 1]}`
}

/** When something is due, as people say it. */
export function dueWords(due: Due): string {
  return due.kind === 'day' ? `by the end of ${writeDay(due.date)}` : `by ${writeMoment(due.at, ukZone)}`
}

/** Whether a clock waits for something to be done. */
export function isWaiting(state: ClockState): boolean {
  return state.kind === 'running' || state.kind === 'overdue' || state.kind === 'notKnown'
}

/** Says how a clock stands: what is due, what was met, and what cannot be said and why. */
export function clockWords(state: ClockState): ClockWords {
  switch (state.kind) {
    case 'notStarted':
      return { status: 'waiting', word: 'Not started', due: '' }
    case 'notInForce':
      return { status: undefined, word: 'The rule did not hold then', due: '' }
    case 'notKnown':
      return {
        status: 'waiting',
        word: 'Cannot be worked out',
        due: 'The bank holidays of that year are not known yet',
      }
    case 'running':
      return {
        status: state.dueToday ? 'today' : 'on-course',
        word: `${amount(state.remaining)} left`,
        due: dueWords(state.due),
      }
    case 'overdue':
      return { status: 'overdue', word: `Overdue by ${amount(state.by)}`, due: dueWords(state.due) }
    case 'met':
      return { status: 'on-course', word: 'Done in time', due: dueWords(state.due) }
    case 'late':
      return { status: undefined, word: `Done, late by ${amount(state.by)}`, due: dueWords(state.due) }
    case 'stopped':
      return {
        status: undefined,
        word: state.wasOverdue ? 'Ended with the case, overdue' : 'Ended with the case',
        due: dueWords(state.due),
      }
  }
}
