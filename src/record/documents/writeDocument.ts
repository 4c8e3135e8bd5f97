import { isDeepStrictEqual } from 'node:util'
import {
  beginOwnWords,
  composeDocument,
  type DocumentDefinition,
  type DocumentTree,
  type OwnWords,
  type Sources,
  unwritten,
} from '../../engine/documents/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { Work } from '../../platform/database/index.ts'
import { readConfidentialHomes } from '../children/index.ts'
import { type DocumentCopy, type DocumentHead, fileNameOf, type OneDocument } from './document.ts'
import {
  insertCopy,
  insertDocument,
  insertNextVersion,
  readCopy,
  readCopyContent,
  setState,
} from './documentQueries.ts'
import { hashOf, makeWord } from './makeWord.ts'
import { type Pulling, pullSources } from './sources.ts'
import { saysAddress, withoutAddress } from './withoutAddress.ts'

/** Who writes, and when. */
type Writing = { serviceId: string; by: string; at: Temporal.Instant }

/** The document as it reads now; undefined where what it is about is not there any more. */
export async function composeNow(tx: Work, it: Pulling, own: OwnWords): Promise<DocumentTree | undefined> {
  const from = await pullSources(tx, it)
  return from && read(tx, it, from, own)
}

/** A document as it reads, without what must not leave: an address that somebody must not learn. */
async function read(
  tx: Work,
  { child, definition }: Pulling,
  from: Partial<Sources>,
  own: OwnWords,
): Promise<DocumentTree> {
  const homes = await readConfidentialHomes(tx, child.childId)
  return withoutAddress(composeDocument(definition, from, own), homes)
}

/**
 * Begins a document: what the record says is filled in, and the open parts hold what their definition begins with.
 * @returns its id; undefined where what it is about is not there
 */
export async function beginDocument(tx: Work, it: Pulling, writing: Writing): Promise<string | undefined> {
  const from = await pullSources(tx, it)
  if (!from) return undefined
  const own = beginOwnWords(it.definition, from)
  const tree = await read(tx, it, from, own)
  const { child, definition, about } = it
  return insertDocument(tx, { ...writing, ...about, childId: child.childId, kind: definition.id, own, tree })
}

/**
 * Saves the worker’s own words as the next version. A document of which a copy was sent becomes a draft again; the copy stays.
 * @returns false where somebody else was quicker, or what it is about is not there any more
 */
export async function saveWords(
  tx: Work,
  it: Pulling,
  document: Pick<DocumentHead, 'documentId' | 'version' | 'number'>,
  own: OwnWords,
  writing: Writing,
): Promise<boolean> {
  const tree = await composeNow(tx, it, own)
  if (!tree) return false
  return insertNextVersion(tx, { ...writing, childId: it.child.childId, own, tree }, document)
}

export type Sending = Pick<DocumentCopy, 'sentTo' | 'sentHow' | 'sentOn'>

/** Why a document cannot be sent as it stands; empty where it can. */
export const whyNotSent = (
  definition: Pick<DocumentDefinition, 'open'>,
  { own, state }: Pick<OneDocument, 'own' | 'state'>,
): string[] =>
  state === 'set-aside'
    ? ['It was set aside.']
    : unwritten(definition, own).map(({ required = '' }) => required)

/**
 * Keeps a copy as it is sent: what it held, its hash, to whom, how, when and by whom. Of a document that was sent before, and not
 * changed since, the very same copy is sent again.
 * @returns the id of the copy; undefined where somebody else was quicker, or it cannot be sent as it stands
 */
export async function sendDocument(
  tx: Work,
  it: Pulling,
  document: OneDocument,
  sending: Sending,
  { projectFolder, ...writing }: Writing & { projectFolder: string },
): Promise<string | undefined> {
  if (whyNotSent(it.definition, document).length > 0) return undefined
  const made = await (document.state === 'final'
    ? sentBefore(tx, document)
    : madeNow(tx, it, document, projectFolder))
  if (!made || !(await setState(tx, document, 'final', ''))) return undefined
  const { documentId, childId, number } = document
  return insertCopy(tx, { ...writing, ...sending, ...made, documentId, childId, number })
}

/** Whether the last copy of a document says what the record says: `gone` where what it was made from is not there any more. */
export type SinceSent = 'same' | 'changed' | 'gone'

/** Whether the last copy of a document holds an address that somebody must not learn now: it was made before anybody said so. */
export async function holdsKeptAddress(
  tx: Work,
  document: Pick<OneDocument, 'childId' | 'documentId'>,
): Promise<boolean> {
  const [last, homes] = await Promise.all([
    readCopy(tx, document, 'last'),
    readConfidentialHomes(tx, document.childId),
  ])
  return last !== undefined && saysAddress(last.tree, homes)
}

/** How the record stands beside the last copy. The day on which that was made is no change. */
export async function sinceSent(tx: Work, it: Pulling, document: OneDocument): Promise<SinceSent> {
  const last = await readCopy(tx, document, 'last')
  if (!last) return 'gone'
  const then = { ...it, today: dayInUk(last.madeAt), now: last.madeAt }
  const tree = await composeNow(tx, then, document.own)
  if (!tree) return 'gone'
  // As it is kept: what is undefined is not there.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(tree)), last.tree) ? 'same' : 'changed'
}

async function madeNow(tx: Work, it: Pulling, { own, kind }: OneDocument, projectFolder: string) {
  const tree = await composeNow(tx, it, own)
  if (!tree) return undefined
  const content = await makeWord({ tree, serviceName: it.maker.serviceName, at: it.now, projectFolder })
  return { tree, content, sha256: hashOf(content), name: fileNameOf(kind, it.today) }
}

async function sentBefore(tx: Work, document: OneDocument) {
  if (await holdsKeptAddress(tx, document)) return undefined
  const last = await readCopy(tx, document, 'last')
  const content = last && (await readCopyContent(tx, last))
  return last && content && { tree: last.tree, content, sha256: last.sha256, name: last.name }
}
