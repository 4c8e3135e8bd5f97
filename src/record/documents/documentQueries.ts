import { sql } from 'kysely'
import type { DocumentTree, OwnWords } from '../../engine/documents/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type {
  DocumentCopy,
  DocumentHead,
  DocumentVersion,
  OneDocument,
  SentCopy,
  WrittenVersion,
} from './document.ts'

const head = sql`d.document_id as "documentId", d.child_id as "childId", d.kind, d.about_id as "aboutId",
  d.about_part as "aboutPart", d.state, p.name as "madeBy", p.roles as "madeByRoles", d.made_at as "madeAt", d.set_aside_why as "setAsideWhy", d.version,
  v.number, (select count(*)::int from document_copy c
    where c.service_id = d.service_id and c.document_id = d.document_id) as copies`

const from = sql`from document d join person_account p on p.service_id = d.service_id and p.user_id = d.made_by
  join lateral (select v.number, v.own_words from document_version v
    where v.service_id = d.service_id and v.document_id = d.document_id order by v.number desc limit 1) v on true
  where d.service_id = current_service()`

/** The documents about a child, the latest first; those that were set aside last. */
export async function listDocuments(tx: Work, childId: string): Promise<DocumentHead[]> {
  const { rows } = await sql<DocumentHead>`
    select ${head} ${from} and d.child_id = ${childId}
    order by d.state = 'set-aside', d.made_at desc, d.document_id desc`.execute(tx)
  return rows
}

/** A document with the worker’s words as they were saved last; undefined where there is none of this id about this child. */
export async function findDocumentOf(
  tx: Work,
  childId: string,
  documentId: string,
): Promise<OneDocument | undefined> {
  const id = parseId<'document'>(documentId)
  if (!id) return undefined
  const { rows } = await sql<OneDocument>`
    select ${head}, v.own_words as own ${from} and d.child_id = ${childId} and d.document_id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

const versionOf = sql`v.number, p.name as "savedBy", v.saved_at as "savedAt"`
const fromVersions = sql`from document_version v join person_account p on p.service_id = v.service_id and p.user_id = v.saved_by
  where v.service_id = current_service()`

/** The versions of a document, the latest first: which there are, and not what they hold. */
export async function listVersions(
  tx: Work,
  { documentId }: Pick<DocumentHead, 'documentId'>,
): Promise<DocumentVersion[]> {
  const { rows } = await sql<DocumentVersion>`
    select ${versionOf} ${fromVersions} and v.document_id = ${documentId} order by v.number desc`.execute(tx)
  return rows
}

/** A version of a document with what it holds: that of a number. */
export async function readVersion(
  tx: Work,
  { documentId }: Pick<DocumentHead, 'documentId'>,
  number: number,
): Promise<WrittenVersion | undefined> {
  const { rows } = await sql<WrittenVersion>`
    select ${versionOf}, v.tree ${fromVersions} and v.document_id = ${documentId} and v.number = ${number}`.execute(
    tx,
  )
  return rows[0]
}

const copyOf = sql`c.copy_id as "copyId", c.document_id as "documentId", c.child_id as "childId", c.number, c.name, c.bytes, c.sha256,
  c.sent_to as "sentTo", c.sent_how as "sentHow", c.sent_on as "sentOn", p.name as "madeBy", c.made_at as "madeAt"`
const fromCopies = sql`from document_copy c join person_account p on p.service_id = c.service_id and p.user_id = c.made_by
  where c.service_id = current_service()`

/** The copies of a document as they were sent, the latest first: which there are, and not what they hold. */
export async function listCopies(
  tx: Work,
  { documentId }: Pick<DocumentHead, 'documentId'>,
): Promise<DocumentCopy[]> {
  const { rows } = await sql<DocumentCopy>`
    select ${copyOf} ${fromCopies} and c.document_id = ${documentId}
    order by c.made_at desc, c.copy_id desc`.execute(tx)
  return rows
}

/** A copy of a document with what it holds: that of an id, or the last that was sent. */
export async function readCopy(
  tx: Work,
  { documentId }: Pick<DocumentHead, 'documentId'>,
  which: { copyId: string } | 'last',
): Promise<SentCopy | undefined> {
  const id = which === 'last' ? undefined : parseId<'copy'>(which.copyId)
  if (which !== 'last' && !id) return undefined
  const { rows } = await sql<SentCopy>`
    select ${copyOf}, c.tree, p.roles as "madeByRoles" ${fromCopies} and c.document_id = ${documentId}
      ${id ? sql`and c.copy_id = ${id}` : sql``}
    order by c.made_at desc, c.copy_id desc limit 1`.execute(tx)
  return rows[0]
}

/** The Word file of a copy. */
export async function readCopyContent(
  tx: Work,
  { copyId }: Pick<DocumentCopy, 'copyId'>,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    select content from document_copy_content
    where service_id = current_service() and copy_id = ${copyId}`.execute(tx)
  return rows[0]?.content
}

type Written = { serviceId: string; childId: string; by: string; at: Temporal.Instant }
type Said = { own: OwnWords; tree: DocumentTree }

/** Begins a document, with its first version. @returns its id */
export async function insertDocument(
  tx: Work,
  it: Written & Said & Pick<DocumentHead, 'kind' | 'aboutId' | 'aboutPart'>,
): Promise<string> {
  const { document_id } = await tx
    .insertInto('document')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      kind: it.kind,
      about_id: it.aboutId,
      about_part: it.aboutPart,
      made_by: it.by,
      made_at: it.at,
    })
    .returning('document_id')
    .executeTakeFirstOrThrow()
  await insertVersion(tx, it, document_id, 1)
  return document_id
}

/** Saves the next version of a document, which is then a draft again. @returns false where somebody else was quicker */
export async function insertNextVersion(
  tx: Work,
  it: Written & Said,
  { documentId, version, number }: Pick<DocumentHead, 'documentId' | 'version' | 'number'>,
): Promise<boolean> {
  const isMine = await setState(tx, { documentId, version }, 'draft', '')
  if (isMine) await insertVersion(tx, it, documentId, number + 1)
  return isMine
}

async function insertVersion(
  tx: Work,
  it: Written & Said,
  documentId: string,
  number: number,
): Promise<void> {
  await tx
    .insertInto('document_version')
    .values({
      service_id: it.serviceId,
      document_id: documentId,
      number,
      child_id: it.childId,
      own_words: JSON.stringify(it.own),
      tree: JSON.stringify(it.tree),
      saved_by: it.by,
      saved_at: it.at,
    })
    .execute()
}

/** Says how a document stands. @returns false where somebody else was quicker */
export async function setState(
  tx: Work,
  { documentId, version }: Pick<DocumentHead, 'documentId' | 'version'>,
  state: DocumentHead['state'],
  why: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update document set state = ${state}, set_aside_why = ${why}, version = version + 1
    where service_id = current_service() and document_id = ${documentId} and version = ${version}
      and state <> 'set-aside'`.execute(tx)
  return numAffectedRows === 1n
}

/** Keeps a copy as it was sent, with what it holds. @returns its id */
export async function insertCopy(
  tx: Work,
  it: Written &
    Pick<SentCopy, 'documentId' | 'number' | 'name' | 'sha256' | 'tree' | 'sentTo' | 'sentHow' | 'sentOn'> & {
      content: Buffer
    },
): Promise<string> {
  const { copy_id } = await tx
    .insertInto('document_copy')
    .values({
      service_id: it.serviceId,
      document_id: it.documentId,
      child_id: it.childId,
      number: it.number,
      name: it.name,
      bytes: it.content.length,
      sha256: it.sha256,
      tree: JSON.stringify(it.tree),
      sent_to: it.sentTo,
      sent_how: it.sentHow,
      sent_on: it.sentOn,
      made_by: it.by,
      made_at: it.at,
    })
    .returning('copy_id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('document_copy_content')
    .values({ service_id: it.serviceId, copy_id, child_id: it.childId, content: it.content })
    .execute()
  return copy_id
}

/** Writes to the audit that a document was given out as a file, and which. */
export async function recordDocumentGivenOut(
  tx: Work,
  childId: string,
  what: string,
  which: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`select record_event(${what}, ${childId}, ${JSON.stringify(which)}::jsonb)`.execute(tx)
}
