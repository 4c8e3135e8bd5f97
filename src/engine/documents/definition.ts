import type { SourceName, Sources } from './sources.ts'
import type { Block, DocumentTree } from './tree.ts'

/** Whom a document is for, in the words of the list. */
export const audiences = {
  child: 'For the child',
  family: 'For the child and the family',
  panel: 'For a panel',
  court: 'For a court',
  partner: 'For another service, or for the file',
} as const
export type Audience = keyof typeof audiences

/** What has to be chosen before a document can be made, beside the child. */
export const subjects = [
  'child',
  'form',
  'plan',
  'copy',
  'appointment',
  'missed-appointment',
  'unexcused-appointment',
] as const
export type Subject = (typeof subjects)[number]

/** A part that the worker writes. */
export type OpenPart = {
  readonly label: string
  readonly hint?: string
  /** What to say where it is empty: without it the document cannot be sent. Where it is not given, it may be left out. */
  readonly required?: string
  /** A child reads it: the reading age of each sentence stands beneath it. */
  readonly readByChild?: true
}

/** Where the worker’s own words stand: by the name of the open part. With a heading, that goes where nothing was written. */
export type OwnBlock = { readonly kind: 'own'; readonly part: string; readonly heading?: string }

/** A document as its definition says it reads: with places for the worker’s own words. */
export type DocumentDraft = Omit<DocumentTree, 'blocks'> & { readonly blocks: readonly (Block | OwnBlock)[] }

/** A kind of document: from what of the record it pulls, for whom, and how it reads. */
export type DocumentDefinition<S extends SourceName = SourceName> = {
  readonly id: string
  readonly title: string
  /** When it is used, in a sentence. */
  readonly summary: string
  readonly source: string
  readonly file: string
  /** Its wording is the service’s own: there was no published wording that could be used. */
  readonly ours?: true
  readonly for: Audience
  readonly about: Subject
  readonly pulls: readonly S[]
  /** The questions of signed forms that it quotes, by the ids of the forms. */
  readonly quotes?: Readonly<Record<string, readonly string[]>>
  readonly open: Readonly<Record<string, OpenPart>>
  /** What stands in the open parts at first: what the record says, to be gone over. */
  readonly begins?: (from: Pick<Sources, S>) => Readonly<Record<string, string>>
  readonly reads: (from: Pick<Sources, S>) => DocumentDraft
}

/** Declares a document. What it reads from is no more than what it says it pulls. */
export function documentDefinition<const S extends SourceName>(
  declaration: DocumentDefinition<S>,
): DocumentDefinition {
  return declaration
}

/** The worker’s own words, by the names of the open parts. */
export type OwnWords = Readonly<Record<string, string>>

/**
 * The document as it reads now. An open part without words says that it is to be written where it is required, and is left out
 * where it is not.
 * @throws where something that the definition pulls was not read
 */
export function composeDocument(
  definition: DocumentDefinition,
  from: Partial<Sources>,
  own: OwnWords,
): DocumentTree {
  const { open, reads } = definition
  const { blocks, ...head } = reads(pulled(definition, from))
  return {
    ...head,
    blocks: blocks.flatMap(block => (block.kind === 'own' ? ownBlocks(block, open, own) : [block])),
  }
}

/**
 * What stands in the open parts when a document is begun.
 * @throws where something that the definition pulls was not read
 */
export function beginOwnWords(definition: DocumentDefinition, from: Partial<Sources>): OwnWords {
  return definition.begins?.(pulled(definition, from)) ?? {}
}

/** What was read of the record, once it is sure that nothing is missing of what the definition pulls. */
function pulled({ id, pulls }: DocumentDefinition, from: Partial<Sources>): Sources {
  const unread = pulls.filter(name => !Object.hasOwn(from, name))
  if (unread.length > 0) throw new Error(`The document “${id}” pulls what was not read: ${unread.join(', ')}`)
  return from as Sources
}

function ownBlocks(
  { part, heading }: OwnBlock,
  open: DocumentDefinition['open'],
  own: OwnWords,
): readonly Block[] {
  const words = (own[part] ?? '').trim()
  const { label = part, required } = open[part] ?? {}
  const said: Block[] =
    words !== ''
      ? paragraphsOf(words)
      : required === undefined
        ? []
        : [{ kind: 'missing', words: `Not written yet: ${label}`, asks: required }]
  return said.length > 0 && heading !== undefined
    ? [{ kind: 'heading', level: 2, words: heading }, ...said]
    : said
}

/** Words with empty lines between them, as paragraphs. */
function paragraphsOf(words: string): Block[] {
  return words
    .split(/\n\s*\n/)
    .map(each => each.trim())
    .filter(each => each !== '')
    .map(each => ({ kind: 'paragraph', words: each }))
}

/** The open parts that must be written before the document can be sent, and are not. */
export function unwritten({ open }: Pick<DocumentDefinition, 'open'>, own: OwnWords): OpenPart[] {
  return Object.entries(open).flatMap(([part, it]) =>
    it.required !== undefined && (own[part] ?? '').trim() === '' ? [it] : [],
  )
}
