import { type Answers, type Fields, raisedAlerts } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { insertAlertOnce } from '../children/index.ts'

type Raising = {
  serviceId: string
  childId: string
  fields: Fields
  answers: Answers
  /** Who took the step, and when it happened. */
  by: string
  at: Temporal.Instant
}

/** Raises the alerts that the answers of a step call for, except those that are open already. @returns how many */
export async function raiseAlerts(tx: Work, { fields, answers, ...whose }: Raising): Promise<number> {
  let raised = 0
  for (const { kind, text } of raisedAlerts(fields, answers)) {
    if (await insertAlertOnce(tx, { ...whose, kind, text })) raised += 1
  }
  return raised
}

/** Says that alerts were raised, for the sentence above the next page; '' for none. */
export function raisedWords(raised: number): string {
  if (raised === 0) return ''
  return raised === 1 ? ' An alert was raised.' : ` ${raised} alerts were raised.`
}
