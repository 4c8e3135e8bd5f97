import { type Answers, type Fields, raisedAlerts } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { insertAlertOnce, isAlertOpen, rewordAlert } from './alertQueries.ts'

type Raising = {
  serviceId: string
  childId: string
  fields: Fields
  answers: Answers
  /** Who raises them, and from when on they stand. */
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

/** What became of the alerts of a step that was corrected: how many were raised, and how many stand without an answer. */
export type FollowedAlerts = { raised: number; stand: number }

/**
 * Lets the alerts of a step follow its corrected answers. An answer that is new raises its alert; one whose reason was
 * corrected corrects the alert while that is open. An alert whose answer was wrong stays until somebody ends it: nobody
 * is declared safe by the way.
 * @param before what the step held until now
 */
export async function followAlerts(
  tx: Work,
  { fields, answers, ...whose }: Raising,
  before: Answers,
): Promise<FollowedAlerts> {
  const were = raisedAlerts(fields, before)
  const are = raisedAlerts(fields, answers)
  const isSame = (one: (typeof were)[number]) => (other: typeof one) =>
    other.field === one.field && other.value === one.value
  let [raised, stand] = [0, 0]
  for (const alert of are) {
    const was = were.find(isSame(alert))
    if (was) await rewordAlert(tx, { childId: whose.childId, ...was }, alert.text)
    else if (await insertAlertOnce(tx, { ...whose, ...alert })) raised += 1
  }
  for (const alert of were) {
    if (!are.some(isSame(alert)) && (await isAlertOpen(tx, { childId: whose.childId, ...alert }))) stand += 1
  }
  return { raised, stand }
}

/** Says that alerts were raised, for the sentence above the next page; '' for none. */
export function raisedWords(raised: number): string {
  if (raised === 0) return ''
  return raised === 1 ? ' An alert was raised.' : ` ${raised} alerts were raised.`
}

/** Says that alerts stand although the answer that raised them was wrong; '' for none. */
export function standWords(stand: number): string {
  return stand === 0
    ? ''
    : ' The alert that the former answer raised still stands: end it under Safety and access if it is not needed.'
}
