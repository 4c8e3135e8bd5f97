import type { Request } from '../../platform/http/index.ts'
import { insertConflict, leaveCases } from './accessQueries.ts'
import { listReviewers } from './glassQueries.ts'
import { tellManagers } from './tellManagers.ts'
import { holdChild, holdRestrictions, isLastToOpen } from './whoCanOpenQueries.ts'

/**
 * Declares a conflict of interest of whoever asks, ends their part in the child's cases, and closes the record to them.
 * It is never refused, since whoever knows the child must not go on for want of somebody else: where it leaves a
 * restricted record to nobody, the managers are told.
 */
export async function declareOwnConflict(request: Request, childId: string, relation: string): Promise<void> {
  const { tx, who, now } = request
  const { serviceId, userId } = who
  await holdRestrictions(tx)
  await holdChild(tx, childId)
  // All this first: afterwards the child and all about the child are hidden from whoever declares.
  const leavesNobody = await isLastToOpen(tx, userId, childId)
  const managers = await listReviewers(tx, childId)
  await leaveCases(tx, childId, userId, now, 'every part')
  await insertConflict(tx, { serviceId, childId }, { userId, relation, at: now })
  if (leavesNobody) await tellManagers(request, managers, 'left to nobody')
}
