import type { Appointment } from '../appointments/index.ts'

/** A group that meets in sessions. */
export type Group = {
  groupId: string
  title: string
  about: string
  closedAt: Temporal.Instant | null
  version: number
}

/** A child in a group, through one of the child's cases. */
export type Member = {
  memberId: string
  childId: string
  involvementId: string
  givenName: string
  familyName: string
  knownAs: string
  pathway: string
  joinedAt: Temporal.Instant
}

/** One meeting of a group. */
export type Session = {
  sessionId: string
  groupId: string
  title: string
  startsAt: Temporal.Instant
  minutes: number
  placeId: string | null
  place: string
  leadUser: string
  leadName: string
  workers: string[]
  workerNames: string[]
  cancelledAt: Temporal.Instant | null
  version: number
}

/** A session in which somebody is there beside whoever leads it. It names no child. */
export type SessionBeside = Pick<
  Session,
  | 'sessionId'
  | 'groupId'
  | 'title'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'leadName'
  | 'cancelledAt'
  | 'version'
> & { groupTitle: string }

/** A session with how many of the children whom one may see came. */
export type SessionCount = Session & {
  planned: number
  kept: number
  missed: number
  cancelled: number
}

/** A child's part in a session: an appointment like any other, with whose it is. */
export type Attendance = Pick<
  Appointment,
  | 'appointmentId'
  | 'childId'
  | 'involvementId'
  | 'startsAt'
  | 'minutes'
  | 'state'
  | 'reasonIsAcceptable'
  | 'missedCode'
  | 'missedReason'
  | 'whatHappened'
  | 'followedUpAt'
  | 'version'
> & { givenName: string; familyName: string; knownAs: string; alerts: { kind: string; text: string }[] }

/** Whether attendance can be recorded: once it has begun, unless it was called off. */
export function canRecord(
  { startsAt, cancelledAt }: Pick<Session, 'startsAt' | 'cancelledAt'>,
  now: Temporal.Instant,
): boolean {
  return cancelledAt === null && Temporal.Instant.compare(startsAt, now) <= 0
}

/** Whether it can still be moved or called off: until somebody has recorded who came. */
export function isAhead(
  { cancelledAt }: Pick<Session, 'cancelledAt'>,
  attendance: readonly Pick<Attendance, 'state'>[],
): boolean {
  return cancelledAt === null && attendance.every(({ state }) => state === 'planned' || state === 'cancelled')
}

/** What a child is called, in a warning, who has something else at the time of a session. */
export const someChild = 'a child of the group'

/** Said wherever children of a group are listed or counted: to everybody, so that it tells nothing about any child. */
export const onlySeen = 'Listed and counted here are only children whose records you may open.'
