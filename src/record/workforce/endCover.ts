import type { Work } from '../../platform/database/index.ts'
import { daysWhenCoverEnds, type Leave } from './leave.ts'
import { changeLeave, holdLeave, insertEndedCover, insertLeave } from './leaveQueries.ts'

export type EndedNow = {
  serviceId: string
  /** Leave that is covered today. */
  leave: Leave
  today: Temporal.PlainDate
  by: string
  at: Temporal.Instant
}

/**
 * Ends cover at once: whoever covered has nothing of it any more. The days that are over stay as they were, those from today
 * on become leave that nobody covers yet, and it is kept who had access until when.
 * @returns false where somebody has changed the leave since it was read
 */
export async function endCover(tx: Work, { serviceId, leave, today, by, at }: EndedNow): Promise<boolean> {
  const { userId, coveredBy, from } = leave
  if (coveredBy === null) return false
  await holdLeave(tx, userId)
  const { over, open } = daysWhenCoverEnds(leave, today)
  const first = over ? { ...over, coveredBy } : { ...open, coveredBy: null }
  if (!(await changeLeave(tx, leave, first))) return false
  if (over) await insertLeave(tx, serviceId, { ...open, userId, coveredBy: null })
  await insertEndedCover(tx, { serviceId, userId, coveredBy, from, by, at })
  return true
}
