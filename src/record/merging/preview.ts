import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Access, type Child, readAccess } from '../children/index.ts'
import { type Comparison, compareDetails } from './compareDetails.ts'
import { countRows, listTwice, listWorkers, type RowCount, type Worker } from './mergingQueries.ts'

/** Everything that a merge of two records would do, before it is done. */
export type Preview = {
  kept: Child
  gone: Child
  comparisons: Comparison[]
  counts: RowCount[]
  /** What a person should see to, before or after, in sentences. */
  heed: string[]
  /** What changes in who may open the record, in sentences. */
  access: string[]
}

/** Puts a preview together: a fixed number of statements, however much the records hold. */
export async function readPreview(
  tx: Work,
  kept: Child,
  gone: Child,
  today: Temporal.PlainDate,
): Promise<Preview> {
  const counts = await countRows(tx, kept.childId, gone.childId)
  const twice = await listTwice(tx, kept.childId, gone.childId)
  const workers = await listWorkers(tx, kept.childId, gone.childId)
  const [one, other] = [await readAccess(tx, kept.childId), await readAccess(tx, gone.childId)]
  return {
    kept,
    gone,
    comparisons: compareDetails(kept, gone, today),
    counts,
    heed: [...casesTwice(kept, gone), ...saidTwice(twice)],
    access: accessWords(one, other, workers),
  }
}

/** Both have an open case on the same pathway: afterwards one child has two. */
function casesTwice(kept: Child, gone: Child): string[] {
  const both = kept.cases.filter(({ pathway }) => gone.cases.some(other => other.pathway === pathway))
  return [...new Set(both.map(({ pathway }) => pathway))].map(id => {
    const title = findPathway(practiceInUse(), id)?.title ?? id
    return `Both records have an open case of “${title}”. Afterwards the child has two, each with its own clocks. Decide which goes on, and end the other with the reason that it was opened twice.`
  })
}

function saidTwice({ people, alerts }: { people: string[]; alerts: string[] }): string[] {
  return [
    ...people.map(
      name =>
        `${name} stands around the child in both records. Afterwards People offers to make one entry of the two, if the phone number or the relation is the same; otherwise end one of them.`,
    ),
    ...alerts.map(text => `The alert “${text}” is open in both records. Afterwards end one of them.`),
  ]
}

/** Who may open the merged record: only those who may open both. */
export function accessWords(one: Access, other: Access, workers: readonly Worker[]): string[] {
  const restricted = [one, other].filter(({ restriction }) => restriction !== null)
  const conflicts = [...one.conflicts, ...other.conflicts]
  const named = (access: Access) => access.named.filter(({ until }) => until === null)
  const may = ({ userId }: { userId: string }) =>
    restricted.every(access => access.named.some(it => it.userId === userId))
  const all = [...new Map([one, other].flatMap(named).map(it => [it.userId, it.name])).entries()].map(
    ([userId, name]) => ({ userId, name }),
  )
  const leaving = restricted.length === 2 ? all.filter(person => !may(person)) : []
  const shutOut = workers.filter(
    ({ userId }) => conflicts.some(it => it.userId === userId) || (restricted.length > 0 && !may({ userId })),
  )
  const names = (people: readonly { name: string }[]) =>
    [...new Set(people.map(({ name }) => name))].join(', ')
  return [
    ...(restricted.length === 1
      ? [
          'One of the records is restricted: the whole record will be, with everything in it, and open to the same people.',
        ]
      : []),
    ...(restricted.length === 2
      ? ['Both records are restricted: the merged one will be open only to those who may open both.']
      : []),
    ...(leaving.length > 0 ? [`No longer named for it: ${names(leaving)}.`] : []),
    ...(conflicts.length > 0
      ? [`Not there to whoever has a conflict of interest with either: ${names(conflicts)}.`]
      : []),
    ...(shutOut.length > 0
      ? [
          `They work with the child and will no longer see the record: ${names(shutOut)}. A case that they hold then waits for another worker.`,
        ]
      : []),
  ]
}
