import type { Forum } from '../../engine/forums/index.ts'
import type { Role } from '../../platform/access/index.ts'

/** What somebody may do with one forum. */
export type ForumAccess = {
  /** The seats that they hold today. */
  readonly seats: readonly string[]
  /** Plans meetings, moves them on and writes down what is decided. */
  readonly keeps: boolean
  /** Sees whatever stands on its agendas. */
  readonly reads: boolean
  /** May put something on its agenda. */
  readonly refers: boolean
}

/**
 * What somebody in these roles, who holds these seats, may do with a forum; undefined where they have nothing to do with it, and it is
 * as if it were not there. Whoever only brings something to it sees what they have brought, and nothing else on the agenda.
 */
export function accessTo(
  forum: Pick<Forum, 'seats' | 'keptBy' | 'referredBy'>,
  roles: readonly Role[],
  seats: readonly string[],
): ForumAccess | undefined {
  const keeps =
    roles.some(role => forum.keptBy.includes(role)) || seats.some(seat => forum.seats[seat]?.chairs === true)
  const reads = keeps || seats.length > 0 || roles.includes('inspector')
  const refers = roles.some(role => forum.referredBy.includes(role))
  return reads || refers ? { seats, keeps, reads, refers } : undefined
}
