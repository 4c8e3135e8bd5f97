import type { Role } from '../../platform/access/roles.ts'
import { type CodeList, codesInForce } from '../codes/index.ts'
import type { Answers, Fields } from '../forms/index.ts'
import type { Cadence } from './cadence.ts'

/** A place at the table: of which agency, in which role. People hold it from a day until a day. */
export type Seat = {
  readonly title: string
  readonly agency: string
  /** Those of the service's own accounts that can hold it; without it, only people from outside do. */
  readonly roles?: readonly Role[]
  /** Leads the meeting: moves on, and writes down what is decided. */
  readonly chairs?: true
  /** What is asked of whoever sits here about each child, before the day. */
  readonly brings?: Brings
}

/** What an agency brings: questions about each child on the agenda, answered by so many working days before the meeting. */
export type Brings = {
  readonly title: string
  readonly workingDaysBefore: number
  readonly asks: Fields
  /** Those of the questions by which the child, the family or whoever was harmed is heard: they stand apart from what the agency says. */
  readonly voices?: readonly string[]
}

/** What a decision sets in motion besides being written down. */
export type SetsInMotion = {
  /**
   * Takes a step in the case that was brought, where its pathway offers it: with these answers, and those given to the questions of the
   * decision under the same names. `reasons`: the question of the step that is answered with the reasons of the decision.
   */
  readonly step?: { readonly id: string; readonly answers?: Answers; readonly reasons?: string }
  /** Comes back to this forum after so many weeks, on the agenda of the first meeting from then on. */
  readonly backInWeeks?: number
  /** What somebody has to do, in so many working days: it goes into the register of actions in the name of whoever holds the seat. */
  readonly actions?: readonly { readonly what: string; readonly seat: string; readonly workingDays: number }[]
}

/** One of the decisions that the forum can come to. */
export type Decision = {
  readonly title: string
  readonly hint?: string
  /** What else has to be said with it. */
  readonly asks?: Fields
  readonly sets?: SetsInMotion
  /** A code of a list that it records: it is offered only on days on which that may be recorded. */
  readonly records?: { readonly list: string; readonly code: string }
  /** Nothing was decided: it stands on the agenda of the next meeting. */
  readonly putsOff?: true
}

/** What stands on an agenda: a child, or a paper. */
export const agendaKinds = ['child', 'paper'] as const
export type AgendaKind = (typeof agendaKinds)[number]

/** What the pack tells of a child from the record: each is read only by whoever may read it. */
export const packParts = ['offences', 'work', 'concerns', 'communication', 'education', 'harmed'] as const
export type PackPart = (typeof packParts)[number]

/** A standing meeting as a definition: who sits in it, how often, what is brought, and what it can decide. */
export type Forum = {
  readonly id: string
  readonly title: string
  /** As it is called in a list, where that is shorter. */
  readonly short?: string
  readonly summary: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** Cadence, seats or times were not read at any source: said wherever they are shown. */
  readonly unverified?: string
  readonly cadence: Cadence
  readonly agenda: readonly AgendaKind[]
  readonly seats: Readonly<Record<string, Seat>>
  /** How many seats have to be filled, and which of them in any case. */
  readonly quorum: { readonly seats: number; readonly always?: readonly string[] }
  /** Who may put something on its agenda. */
  readonly referredBy: readonly Role[]
  /** Who plans its meetings, invites and writes the minutes, besides whoever chairs. */
  readonly keptBy: readonly Role[]
  /** What is asked of whoever puts a child or a paper on the agenda. */
  readonly referral: Fields
  /** What of the record stands in the pack of a child. */
  readonly pack?: readonly PackPart[]
  readonly decisions: Readonly<Record<string, Decision>>
  /** As what its actions stand in the register: the id of a source of actions. */
  readonly actionsFrom: string
  /** Who has the last word, where it is not the forum. */
  readonly lastWord?: string
}

/** Defines a forum. */
export function forum<const F extends Forum>(definition: F): F {
  return definition
}

/** A seat of a forum by its id; undefined when there is none. */
export function findSeat({ seats }: Pick<Forum, 'seats'>, id: string): Seat | undefined {
  return Object.hasOwn(seats, id) ? seats[id] : undefined
}

/** A decision of a forum by its id; undefined when there is none. */
export function findDecision({ decisions }: Pick<Forum, 'decisions'>, id: string): Decision | undefined {
  return Object.hasOwn(decisions, id) ? decisions[id] : undefined
}

/** The seats that bring something about each child, with what they bring. */
export function bringing({ seats }: Pick<Forum, 'seats'>): { id: string; seat: Seat; brings: Brings }[] {
  return Object.entries(seats).flatMap(([id, seat]) =>
    seat.brings ? [{ id, seat, brings: seat.brings }] : [],
  )
}

/** The decisions that a forum can come to on a day: not those that record a code which is not in force then. */
export function decisionsOn(
  { decisions }: Pick<Forum, 'decisions'>,
  lists: readonly CodeList[],
  on: Temporal.PlainDate,
): [string, Decision][] {
  return Object.entries(decisions).filter(([, { records }]) => {
    const list = lists.find(({ id }) => id === records?.list)
    return !records || (list && codesInForce(list, on).some(({ code }) => code === records.code))
  })
}
