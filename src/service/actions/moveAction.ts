import type { Work } from '../../platform/database/index.ts'
import type { Action } from './action.ts'
import { insertProgress, setChecked, setDone } from './actionQueries.ts'

type Held = Pick<Action, 'actionId' | 'childId' | 'version'>
type By = { serviceId: string; by: string; at: Temporal.Instant }

/** Writes how an action goes. */
export function writeProgress(tx: Work, it: Held, to: By & { words: string }): Promise<void> {
  return insertProgress(tx, it, { ...to, kind: 'progress' })
}

/**
 * Says that an action is done, and what shows it.
 * @returns false where somebody else has changed it since: then nothing is written
 */
export async function finishAction(
  tx: Work,
  it: Held,
  { on, evidence, ...by }: By & { on: Temporal.PlainDate; evidence: string },
): Promise<boolean> {
  if (!(await setDone(tx, it, { on, by: by.by, evidence }))) return false
  await insertProgress(tx, it, { ...by, kind: 'done', words: evidence })
  return true
}

/**
 * Says of somebody else's action that what was shown is enough.
 * @returns false where somebody else has changed it since: then nothing is written
 */
export async function checkAction(
  tx: Work,
  it: Held,
  { on, ...by }: By & { on: Temporal.PlainDate },
): Promise<boolean> {
  if (!(await setChecked(tx, it, { on, by: by.by }))) return false
  await insertProgress(tx, it, { ...by, kind: 'checked', words: 'What was shown is enough.' })
  return true
}
