import type { Meeting } from './feedQueries.ts'

/** An appointment of one's own, or of somebody for whom one covers today. */
export type OwnOrCovered = Meeting & { coveringFor: string | null }

/** An appointment, or the parts of several children in one session of a group. */
export type Together = OwnOrCovered & { children: number }

/** One for each appointment, and for each session however many children are in it. What was cancelled for a child stands apart. */
export function together(meetings: readonly OwnOrCovered[]): Together[] {
  return oneOfEach(meetings, it => (it.state === 'cancelled' ? null : it.sessionId))
}

/** The same for a calendar outside, in which one session is one event whatever becomes of it: cancelled once it is for all. */
export function asEvents(meetings: readonly OwnOrCovered[]): Together[] {
  const standing = meetings.filter(({ state }) => state !== 'cancelled')
  const stands = new Set(standing.map(({ sessionId }) => sessionId))
  const calledOff = meetings.filter(
    it => it.state === 'cancelled' && !(it.sessionId && stands.has(it.sessionId)),
  )
  return oneOfEach([...standing, ...calledOff], ({ sessionId }) => sessionId)
}

function oneOfEach(
  meetings: readonly OwnOrCovered[],
  sessionOf: (it: OwnOrCovered) => string | null,
): Together[] {
  const found = Map.groupBy(meetings, it => sessionOf(it) ?? it.appointmentId)
  return [...found.values()].flatMap(all => (all[0] ? [{ ...all[0], children: all.length }] : []))
}
