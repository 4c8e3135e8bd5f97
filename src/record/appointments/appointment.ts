import type { InJson } from '../../platform/database/index.ts'
/** How an appointment stands. One that was tried reached nobody: it is neither kept nor missed, and nothing is owed for it. */
export type AppointmentState = 'planned' | 'kept' | 'missed' | 'cancelled' | 'tried'

/** What can be done about an appointment. */
export type AppointmentAct = 'kept' | 'missed' | 'move' | 'cancel' | 'follow-up' | 'take-back'

/** A meeting with a child, as the record holds it. */
export type Appointment = {
  appointmentId: string
  childId: string
  involvementId: string
  withUser: string
  withName: string
  kind: string
  startsAt: Temporal.Instant
  minutes: number
  place: string
  state: AppointmentState
  missedReason: string
  /** Of a missed one: null while it is not known yet, which counts neither way. */
  reasonIsAcceptable: boolean | null
  whatHappened: string
  followedUpAt: Temporal.Instant | null
  followUp: string
  /** From the list of codes `missed-reason`; missedReason holds the words. */
  missedCode: string
  /** Who said whether the reason is acceptable. */
  judgedBy: string | null
  judgedByName: string | null
  /** Whom a follow-up reached, by their codes, and what comes next. */
  reached: string
  comesNext: string
  /** Tries to follow it up in which nobody was reached, in order. */
  tries: readonly InJson<Try>[]
  /** The appointments that it was planned with, and the session of a group in which the child is met. */
  seriesId: string | null
  sessionId: string | null
  groupTitle: string | null
  fetchedByName: string | null
  version: number
} & Journey

/** A try to follow up a missed appointment: when, who, and what was done. */
export type Try = { at: Temporal.Instant; by: string; done: string }

/** The place, how the child gets there, and whether that is safe for this child. */
export type Journey = {
  /** A place that the service keeps; `place` has its words either way. */
  placeId: string | null
  travel: string
  fetchedBy: string | null
  meetsAt: string
  wayIsSafe: string
  safetyNote: string
}

/** The kinds of appointment, in the order in which they are offered. */
export const appointmentKinds = {
  'home-visit': 'Home visit',
  office: 'At the office',
  school: 'At school or college',
  community: 'Elsewhere',
  telephone: 'Telephone',
  video: 'Video call',
  reparation: 'Reparation',
  review: 'Review meeting',
} as const

/** How a child gets there, in the order in which it is offered. */
export const travelWays = {
  walks: 'Walks or cycles',
  bus: 'By bus or train',
  family: 'Lift from family or friends',
  fetched: 'We fetch the child',
  taxi: 'Taxi that we book',
  'at-home': 'No journey: we come to the child, or ring',
} as const

/** Whether the way and the place are safe for a child. */
export const wayStandings = {
  safe: 'Yes',
  'with-care': 'Yes, with care',
  'not-known': 'Not known yet',
} as const

/** Whom a follow-up can reach. */
export const reachable = {
  child: 'The child',
  parent: 'A parent or carer',
  professional: 'School or another service',
  nobody: 'Nobody yet',
} as const

/** What can come next after a missed appointment. */
export const nextSteps = {
  'new-appointment': 'A new appointment, planned here',
  'as-planned': 'The next appointment stands as planned',
  'try-again': 'We try again to reach somebody',
  'talk-it-over': 'It is talked over with a senior',
} as const

/** The words of a code among those offered; one that is no longer offered is shown as it stands. */
export function wordsOf(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

/** The kind of an appointment that is a child's part in a session of a group. */
export const groupKind = 'group'

/** Said where appointments were ticked to go to another worker that cannot go any more; undefined where all went. */
export function leftBehindWords(count: number): string | undefined {
  if (count <= 0) return undefined
  return count === 1
    ? '1 appointment that you ticked has begun or was changed meanwhile: it stays as it was.'
    : `${count} appointments that you ticked have begun or were changed meanwhile: they stay as they were.`
}

/** The words of a kind of appointment; one that is no longer offered is shown as it stands. */
export function appointmentWords(kind: string): string {
  if (kind === groupKind) return 'Group session'
  return isAppointmentKind(kind) ? appointmentKinds[kind] : kind
}

/** Where the child is met; '' for a call that says of its place only that it is one. */
export function placeWords({ kind, place }: Pick<Appointment, 'kind' | 'place'>): string {
  return place === appointmentWords(kind) ? '' : place
}

/** The kind of an appointment within a sentence: `home visit`, `telephone call`. */
export function kindInSentence(kind: string): string {
  return kind === 'telephone' ? 'telephone call' : appointmentWords(kind).toLowerCase()
}

function isAppointmentKind(kind: string): kind is keyof typeof appointmentKinds {
  return Object.hasOwn(appointmentKinds, kind)
}

/** What can be done from each state. What was written down wrongly can be taken back, with a reason. */
const actsFrom = {
  planned: ['kept', 'missed', 'move', 'cancel'],
  kept: ['take-back'],
  missed: ['follow-up', 'take-back'],
  cancelled: ['take-back'],
  tried: ['take-back'],
} as const satisfies Record<AppointmentState, readonly AppointmentAct[]>

/**
 * What can be done about an appointment now. Nobody can say how it went before it has begun; a missed one is followed up
 * once, and not at all where the reason was acceptable: nothing is owed then. Where that is not known yet, it is owed. A child's part in a session of a group is
 * moved with the session.
 */
export function availableActs(
  it: Pick<Appointment, 'state' | 'startsAt' | 'reasonIsAcceptable' | 'followedUpAt' | 'sessionId'>,
  now: Temporal.Instant,
): readonly AppointmentAct[] {
  const hasBegun = Temporal.Instant.compare(it.startsAt, now) <= 0
  return actsFrom[it.state].filter(act => {
    if (act === 'kept' || act === 'missed') return hasBegun
    if (act === 'move') return it.sessionId === null
    return act !== 'follow-up' || (it.followedUpAt === null && !it.reasonIsAcceptable)
  })
}

/** How an appointment stands, in words. */
export function stateWords({
  state,
  reasonIsAcceptable,
}: Pick<Appointment, 'state' | 'reasonIsAcceptable'>): string {
  switch (state) {
    case 'planned':
      return 'Planned'
    case 'kept':
      return 'Kept'
    case 'cancelled':
      return 'Cancelled'
    case 'tried':
      return 'Tried, nobody reached'
    case 'missed':
      if (reasonIsAcceptable === null) return 'Missed, not known yet if the reason is acceptable'
      return reasonIsAcceptable ? 'Missed, with an acceptable reason' : 'Missed'
  }
}
