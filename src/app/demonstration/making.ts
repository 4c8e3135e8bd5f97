import { ukZone } from '../../kernel/dutyHours.ts'
import type { Role } from '../../platform/access/index.ts'
import { inTransaction, type Work } from '../../platform/database/index.ts'
import type { Installation } from '../installation.ts'
import type { DemonstrationCase } from './demonstrationCase.ts'
import type { Diary } from './diary.ts'
import type { DemonstrationEmail } from './people.ts'

/** A case of the demonstration, as it was opened: what is made afterwards finds its children here. */
export type OpenedCase = {
  /** The name under which its story knows it; '' where nothing refers to it. */
  key: string
  childId: string
  involvementId: string
  pathway: string
  /** Whoever holds it; undefined where nobody does, or it has ended. */
  holder: DemonstrationEmail | undefined
  /** The work has begun and has not ended. */
  isActive: boolean
  /** How many days ago the child came. */
  receivedDaysAgo: number
  /** How many days ago the last step was taken. */
  movedDaysAgo: number
  ending: string | null
  /** Where the child is met outside the office: at home, at school. */
  home: string
  school: string
  /** Somebody was harmed, and has agreed to be asked. */
  victimAgreed: boolean
  /** Somebody was harmed who cannot be asked: why not. Empty where nobody was, or they agreed. */
  whyNotAsked: string
  /** How many days ago something is recorded of the child, or planned: negative. */
  daysTaken: Set<number>
} & Pick<DemonstrationCase, 'told' | 'unseen' | 'alike'>

/** What everything in a demonstration is made with. */
export type Making = {
  db: Installation['db']
  serviceId: string
  people: Map<string, { userId: string; name: string; roles: readonly Role[] }>
  now: Temporal.Instant
  today: Temporal.PlainDate
  /** The seed from which the years are made up. */
  seed: number
  /** The children of earlier cases, by the keys of those. */
  children: Map<string, string>
  /** Every case that was opened, the earliest first. */
  opened: OpenedCase[]
  /** The service's places, by their names. */
  places: Map<string, string>
  /** Who is with a child when. */
  diary: Diary
}

/** The account behind an address of the demonstration. */
export function userId({ people }: Making, email: DemonstrationEmail): string {
  const person = people.get(email)
  if (!person) throw new Error(`Nobody in the demonstration is ${email}`)
  return person.userId
}

/** Works in one transaction on behalf of somebody, as a page does. */
export function onBehalfOf<T>(
  making: Making,
  email: DemonstrationEmail,
  work: (tx: Work, by: string) => Promise<T>,
): Promise<T> {
  const by = userId(making, email)
  const context = { serviceId: making.serviceId, userId: by, purpose: 'Made the demonstration service' }
  return inTransaction(making.db, context, tx => work(tx, by))
}

/** A time of a day so many days ago; of one to come where that is negative. */
export function atTime({ today }: Pick<Making, 'today'>, daysAgo: number, time: string): Temporal.Instant {
  return today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: ukZone, plainTime: time }).toInstant()
}
