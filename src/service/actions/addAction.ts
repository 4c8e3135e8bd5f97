import type { Work } from '../../platform/database/index.ts'
import { insertAction, insertProgress, type NewAction } from './actionQueries.ts'

/**
 * Sets an action, from whatever page it is set: a form of the register, a file, a meeting.
 * @returns its id; undefined where it came with a file and the same row stands in the register already
 */
export async function addAction(tx: Work, it: NewAction): Promise<string | undefined> {
  const actionId = await insertAction(tx, it)
  if (actionId === undefined) return undefined
  const { serviceId, by, at, childId, imported } = it
  const words = imported ? 'Came with a file.' : 'Set.'
  await insertProgress(tx, { actionId, childId }, { serviceId, kind: 'added', words, by, at })
  return actionId
}
