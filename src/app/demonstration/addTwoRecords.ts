import { holdRestrictions, insertPair, keepCurrent, loadChild } from '../../record/children/index.ts'
import {
  compareDetails,
  holdRecords,
  listMerges,
  mergeRecords,
  moveBack,
} from '../../record/merging/index.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { workingDaysAgo } from './workDays.ts'

/**
 * Says of children who are alike that they are two; makes one record of those that are of one child. The latest is left as
 * it arrived: whoever opens one is offered the other. One merge was a mistake, and has been taken apart.
 */
export async function addTwoRecords(making: Making): Promise<void> {
  for (const it of making.opened) if (it.alike) await tellApart(making, it, it.alike)
  const twice = making.opened.filter(({ unseen }) => unseen !== undefined).slice(0, -1)
  for (const [index, it] of twice.entries())
    await merge(making, it, { isMistake: index === twice.length - 1 && twice.length > 1 })
}

async function tellApart(
  making: Making,
  { childId }: OpenedCase,
  { key, relation, note }: NonNullable<OpenedCase['alike']>,
): Promise<void> {
  const otherId = making.children.get(key)
  if (otherId === undefined || otherId === childId) return
  const { serviceId, now } = making
  await onBehalfOf(making, 'senior@demo.throughline.invalid', (tx, by) =>
    insertPair(tx, { serviceId, childId, otherId, relation, note, by, at: now }),
  )
}

async function merge(making: Making, it: OpenedCase, { isMistake }: { isMistake: boolean }): Promise<void> {
  const keptId = making.children.get(it.unseen ?? '')
  if (keptId === undefined || keptId === it.childId) return
  const { serviceId, today } = making
  const merged = atTime(making, workingDaysAgo(making, 9), '11:20')
  const takenApart = atTime(making, workingDaysAgo(making, 6), '14:05')
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async tx => {
    await holdRestrictions(tx)
    const mark = await holdRecords(tx, keptId, it.childId)
    const kept = await loadChild(tx, keptId)
    const gone = await loadChild(tx, it.childId)
    if (!kept || !gone) throw new Error('Two records of the demonstration are not there')
    const comparisons = compareDetails(kept, gone, today)
    const choices = Object.fromEntries(comparisons.map(({ part, likelier }) => [part, likelier ?? 'kept']))
    const reason = 'The same mother and the same birthday: the name was misheard on the telephone'
    const fault = await mergeRecords(tx, {
      ...{ serviceId, kept, gone, mark, comparisons, choices, reason },
      nameKind: 'spelling',
      at: merged,
    })
    if (fault) throw new Error(`Two records of the demonstration could not be merged: ${fault.kind}`)
  })
  if (!isMistake) return nowOneOf(making, it.childId, keptId)
  await onBehalfOf(making, 'senior2@demo.throughline.invalid', async (tx, by) => {
    const [latest] = await listMerges(tx, keptId)
    if (!latest) throw new Error('A merge of the demonstration is not there')
    await holdRestrictions(tx)
    const reason = 'Two cousins with one birthday: the mother rang and told us'
    const answer = await moveBack(tx, latest.mergeId, [], { reason, at: takenApart })
    if (answer !== 'done')
      throw new Error(`Two records of the demonstration could not be taken apart: ${answer}`)
    for (const childId of [keptId, it.childId]) await keepCurrent(tx, childId)
    const said = { relation: 'different', note: 'Cousins who live together', at: takenApart } as const
    await insertPair(tx, { serviceId, childId: keptId, otherId: it.childId, by, ...said })
  })
}

/** What comes after finds the cases of both records with the one that was kept. */
function nowOneOf({ children, opened }: Making, goneId: string, keptId: string): void {
  for (const [key, childId] of children) if (childId === goneId) children.set(key, keptId)
  for (const it of opened) if (it.childId === goneId) it.childId = keptId
}
