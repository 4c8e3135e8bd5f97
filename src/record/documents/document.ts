import type { DocumentDefinition, DocumentTree, OwnWords, SourceName } from '../../engine/documents/index.ts'
import { findDocument, practiceInUse } from '../../engine/packs/index.ts'
import { may, type Permission, type Role } from '../../platform/access/index.ts'

/** draft: being written; final: a copy was made of it as it stands; set-aside: begun and not used. */
export type DocumentState = 'draft' | 'final' | 'set-aside'

/** A document about a child, as a list shows it. */
export type DocumentHead = {
  documentId: string
  childId: string
  /** The id of its definition. */
  kind: string
  /** What of the record it was made from; null where it is about the child alone. */
  aboutId: string | null
  /** The language of a child’s copy. */
  aboutPart: string
  state: DocumentState
  madeBy: string
  madeByRoles: readonly Role[]
  madeAt: Temporal.Instant
  setAsideWhy: string
  /** The last version that was saved. */
  number: number
  copies: number
  version: number
}

/** A document with the worker’s own words as they were saved last. */
export type OneDocument = DocumentHead & { own: OwnWords }

/** When a version of a document was saved, and by whom. */
export type DocumentVersion = { number: number; savedBy: string; savedAt: Temporal.Instant }

/** The same with what it holds. */
export type WrittenVersion = DocumentVersion & { tree: DocumentTree }

/** How a copy was sent. */
export const sendingWays = {
  post: 'By post',
  'by-hand': 'By hand',
  'secure-email': 'By secure e-mail',
  'court-portal': 'Through a portal of the court or of another service',
  other: 'Another way',
} as const
export type SendingWay = keyof typeof sendingWays

/** A copy that was sent: to whom, when and by whom. */
export type DocumentCopy = {
  copyId: string
  documentId: string
  childId: string
  /** The version of which it is a copy. */
  number: number
  name: string
  bytes: number
  sha256: string
  sentTo: string
  sentHow: SendingWay
  sentOn: Temporal.PlainDate
  madeBy: string
  madeAt: Temporal.Instant
}

/** The same with what it holds, and what whoever made it is. */
export type SentCopy = DocumentCopy & { tree: DocumentTree; madeByRoles: readonly Role[] }

/** What somebody must be allowed to see in order to make, or read, what is pulled from there. */
const needed: Readonly<Record<SourceName, Permission>> = {
  service: 'documents.see',
  child: 'child.see',
  parents: 'child.see',
  offences: 'child.see',
  form: 'assessments.see',
  signedForms: 'assessments.see',
  plan: 'plans.see',
  easyPlan: 'plans.see',
  harmed: 'plans.see',
  appointment: 'contacts.see',
  contacts: 'contacts.see',
}

/** Whoever asks: the roles that they hold, and whether they have a part in a case of the child. */
export type Asking = { roles: readonly Role[]; isRelated: boolean }

/** The definition of a document; undefined where the definitions no longer have it. */
export const definitionOf = (kind: string): DocumentDefinition | undefined =>
  findDocument(practiceInUse(), kind)

/** What a document is called; its id where the definitions no longer have it. */
export const documentTitle = (kind: string): string => definitionOf(kind)?.title ?? kind

/** Whether somebody may read documents of a kind: only where they may see all that it is made from. */
export function mayReadKind(kind: string, { roles, isRelated }: Asking): boolean {
  // Of one that is no longer defined nobody knows what it was made from: it may have been anything.
  const pulls = definitionOf(kind)?.pulls ?? (Object.keys(needed) as SourceName[])
  return may('documents.see', roles, isRelated) && pulls.every(name => may(needed[name], roles, isRelated))
}

/** Whether somebody may write documents of a kind. */
export const mayWriteKind = (kind: string, asking: Asking): boolean =>
  may('documents.write', asking.roles, asking.isRelated) && mayReadKind(kind, asking)

/** The name of a Word file: what it is and when it was made, and nobody’s name. */
export const fileNameOf = (kind: string, today: Temporal.PlainDate): string => `${kind}-${today}.docx`

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Whether a document goes to the child or the family. */
export const isForFamily = (definition: Pick<DocumentDefinition, 'for'> | undefined): boolean =>
  definition?.for === 'child' || definition?.for === 'family'
