import { type Forum, findSeat } from './forum.ts'

/**
 * How a seat was filled on the day. `represented`: by somebody else of the same agency; `not-a-member-then`: nobody held it on
 * the day, which is not the same as staying away.
 */
export const presences = ['attended', 'represented', 'apologies', 'absent', 'not-a-member-then'] as const
export type Presence = (typeof presences)[number]

export const presenceWords: Record<Presence, string> = {
  attended: 'Attended',
  represented: 'Represented',
  apologies: 'Sent apologies',
  absent: 'Absent',
  'not-a-member-then': 'Not a member then',
}

/** Whether a forum can decide, and if not, what is missing: how many seats, and which must not be empty. */
export type Quorum =
  | { readonly met: true; readonly filled: number }
  | {
      readonly met: false
      readonly filled: number
      readonly tooFew: number
      readonly missing: readonly string[]
    }

/** Whether enough seats are filled, in person or by somebody who stands in. */
export function quorumOf(
  definition: Pick<Forum, 'quorum' | 'seats'>,
  present: Readonly<Record<string, Presence>>,
): Quorum {
  const { seats, always = [] } = definition.quorum
  const isFilled = (seat: string) => present[seat] === 'attended' || present[seat] === 'represented'
  const filled = Object.keys(definition.seats).filter(isFilled).length
  const missing = always.filter(seat => !isFilled(seat))
  const tooFew = Math.max(0, seats - filled)
  return tooFew === 0 && missing.length === 0
    ? { met: true, filled }
    : { met: false, filled, tooFew, missing }
}

/** What is missing for a decision, in a sentence; undefined where nothing is. */
export function writeShortfall(definition: Forum, quorum: Quorum): string | undefined {
  if (quorum.met) return undefined
  const { tooFew, missing } = quorum
  const titles = missing.map(seat => findSeat(definition, seat)?.title ?? seat)
  return [
    ...(tooFew > 0 ? [`${tooFew} more ${tooFew === 1 ? 'seat has' : 'seats have'} to be filled`] : []),
    ...(titles.length > 0 ? [`nobody is there for ${titles.join(', ')}`] : []),
  ].join('; ')
}
