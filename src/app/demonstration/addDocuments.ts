import type { Work } from '../../platform/database/index.ts'
import { listPlanned } from '../../record/appointments/index.ts'
import { loadChild } from '../../record/children/index.ts'
import {
  beginDocument,
  definitionOf,
  findDocumentOf,
  saveWords,
  sendDocument,
} from '../../record/documents/index.ts'
import { currentPlans } from '../../record/plans/index.ts'
import { projectFolder } from '../installation.ts'
import { type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { demonstrationService } from './people.ts'
import { sentTo, wordsOfDocuments } from './wordsOfDocuments.ts'

/** How many children have documents: enough to see each way in which one can stand. */
const mostChildren = 4

/**
 * Documents about the first few children with a plan in force: the child’s copy and the plan, a letter about the next appointment, and
 * the draft of a report for a panel. Written and sent today, as the pages do it.
 */
export async function addDocuments(making: Making): Promise<void> {
  let made = 0
  for (const it of making.opened) {
    if (made === mostChildren) return
    const { holder } = it
    if (!it.isActive || holder === undefined) continue
    const isMade = await onBehalfOf(making, holder, (tx, by) => documentsOf(tx, making, it, by, made))
    if (isMade) made += 1
  }
}

type About = { aboutId: string | null; aboutPart: string }

async function documentsOf(
  tx: Work,
  making: Making,
  it: OpenedCase,
  by: string,
  index: number,
): Promise<boolean> {
  const { inForce } = await currentPlans(tx, it.childId)
  if (!inForce) return false
  const planned = (await listPlanned(tx, it.childId)).find(
    ({ startsAt }) => Temporal.Instant.compare(startsAt, making.now) > 0,
  )
  const plan = { aboutId: inForce.planId, aboutPart: '' }
  await write(tx, making, it, by, 'easy-plan', { ...plan, aboutPart: 'en' }, 'by-hand')
  if (index % 2 === 0) await write(tx, making, it, by, 'plan', plan, 'secure-email')
  if (planned)
    await write(
      tx,
      making,
      it,
      by,
      'letter-appointment',
      { aboutId: planned.appointmentId, aboutPart: '' },
      index === 0 ? undefined : 'post',
    )
  if (index < 2) await write(tx, making, it, by, 'report-panel', { aboutId: null, aboutPart: '' }, undefined)
  return true
}

/** Writes one document, and sends it where a way is given. */
async function write(
  tx: Work,
  { serviceId, people, now, today }: Making,
  { childId, holder }: OpenedCase,
  by: string,
  kind: string,
  about: About,
  sentHow: Parameters<typeof sendDocument>[3]['sentHow'] | undefined,
): Promise<void> {
  const child = await loadChild(tx, childId)
  const definition = definitionOf(kind)
  const worker = holder && people.get(holder)
  if (!child || !definition || !worker) throw new Error(`The demonstration cannot make the document ${kind}`)
  const maker = { serviceName: demonstrationService, name: worker.name, roles: [...worker.roles] }
  const it = { child, definition, about, maker, today, now }
  const writing = { serviceId, by, at: now }
  const documentId = await beginDocument(tx, it, writing)
  const begun = documentId === undefined ? undefined : await findDocumentOf(tx, childId, documentId)
  if (!begun) throw new Error(`The document ${kind} of the demonstration could not be begun`)
  const own = { ...begun.own, ...wordsOfDocuments[kind] }
  if (Object.keys(definition.open).length > 0) await saveWords(tx, it, begun, own, writing)
  if (sentHow === undefined) return
  const written = await findDocumentOf(tx, childId, begun.documentId)
  const sending = { sentTo: sentTo[kind] ?? '', sentHow, sentOn: today }
  if (!written || !(await sendDocument(tx, it, written, sending, { ...writing, projectFolder })))
    throw new Error(`The document ${kind} of the demonstration could not be sent`)
}
