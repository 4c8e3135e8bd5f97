import type { Period } from '../../kernel/period.ts'

/** Where actions come from: a panel, a plan, an inspection. */
export type ActionSource = {
  readonly id: string
  readonly title: string
  /** What files call it beside its title: a row with one of these is an action from here. */
  readonly alsoCalled?: readonly string[]
}

/** The days by which an action gets its colour, as long as they hold. */
export type ActionColours = {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** The days were not read at any source: said beside the colours. */
  readonly unverified?: true
  readonly inForce: Period
  /** An action is due soon so many days before its day. */
  readonly soonDays: number
  /** Nobody has written for too long after so many days. */
  readonly quietDays: number
  /** What is done waits too long to be checked after so many days. */
  readonly uncheckedDays: number
}

/** By when an action is to be done, as far as anybody has said. */
export type Due = {
  /** The day; null where none was said. */
  readonly on: Temporal.PlainDate | null
  /** From when it is worked on, where that was said instead: it is no day by which anything is done. */
  readonly beginsOn: Temporal.PlainDate | null
  /** What was said, where it is not a day: `July board`. */
  readonly words: string
}

export const actionStates = {
  open: 'Open',
  done: 'Done, to be checked',
  checked: 'Done and checked',
  'given-up': 'Given up',
} as const

export type ActionState = keyof typeof actionStates

export const actionColourWords = { red: 'Red', amber: 'Amber', green: 'Green', grey: 'Grey' } as const

export type ActionColour = keyof typeof actionColourWords
