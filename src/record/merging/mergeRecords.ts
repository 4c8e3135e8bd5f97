import { foldName } from '../../kernel/names.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  addOtherName,
  type Child,
  changeDetails,
  endFacts,
  keepCurrent,
  listOtherNames,
  type NameKind,
  typedFromChild,
} from '../children/index.ts'
import { type Choices, type Comparison, settleDetails } from './compareDetails.ts'
import { moveRecord, recordLeftOut } from './mergingQueries.ts'

/** Two records of one child, held, and how they are to become one. */
export type Merging = {
  serviceId: string
  kept: Child
  gone: Child
  /** What holding them answered. */
  mark: number
  comparisons: readonly Comparison[]
  choices: Choices
  /** What kind of name that of the other record is. */
  nameKind: NameKind
  reason: string
  at: Temporal.Instant
}

/** Why two records were not merged: the transaction is to be undone. */
export type NotMerged =
  | { kind: 'changed' | 'not-there' | 'said-different' | 'left-to-nobody' }
  | { kind: 'both-have'; table: string }

/** Makes one record of two. @returns undefined when it is done */
export async function mergeRecords(tx: Work, it: Merging): Promise<NotMerged | undefined> {
  const { serviceId, kept, gone } = it
  const { details, otherNames, ending, leftOut } = settleDetails(kept, gone, it.comparisons, it.choices)
  if (!(await changeDetails(tx, kept, typedFromChild(details)))) return { kind: 'changed' }
  // A name that must not be used in one of the records is not put down openly because the other still goes by it.
  const known = [
    ...(await listOtherNames(tx, kept.childId)),
    ...(await listOtherNames(tx, gone.childId)),
  ].map(({ name }) => foldName(name))
  for (const name of otherNames.filter(it => !known.includes(foldName(it))))
    await addOtherName(tx, { serviceId, childId: kept.childId, name, kind: it.nameKind })
  // Where the child lived and learned according to the other record goes on in its history, ended today.
  const today = dayInUk(it.at)
  await endFacts(tx, 'addresses', ending.address, today)
  await endFacts(tx, 'education', ending.school, today)
  await keepCurrent(tx, kept.childId, [kept.childId, gone.childId])
  if (Object.keys(leftOut).length > 0) await recordLeftOut(tx, kept.childId, leftOut)
  const which = { kept: kept.childId, gone: gone.childId, mark: it.mark }
  return refusalOf(await moveRecord(tx, which, { reason: it.reason, at: it.at }))
}

function refusalOf(answer: string): NotMerged | undefined {
  const [kind, table = ''] = answer.split(' ')
  switch (kind) {
    case 'done':
      return undefined
    case 'both-have':
      return { kind, table }
    case 'said-different':
    case 'left-to-nobody':
      return { kind }
    default:
      return { kind: 'not-there' }
  }
}
