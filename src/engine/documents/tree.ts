/** Something that is named, and what is said of it. */
export type Fact = { readonly name: string; readonly words: string }

/** Words in another language than the document’s, by their tag (BCP 47): a sentence that nobody has translated yet. */
type InLanguage = { readonly language?: string }

/**
 * A part of a document, as plain data: it is drawn as a page, on paper and in Word. Lines in words are kept.
 */
export type Block =
  | ({
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly words: string
      /** On paper and in Word it begins a new sheet. */
      readonly startsSheet?: true
    } & InLanguage)
  | ({ readonly kind: 'paragraph'; readonly words: string } & InLanguage)
  /** Lines of an address, of who writes and when: short lines that belong together. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      /** How wide each column is in Word, against the others; equal where it is not said. */
      readonly widths?: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Short facts, each beside its name. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Questions with answers that may be long, each beneath its question. */
  | { readonly kind: 'answers'; readonly answers: readonly Fact[] }
  /** A picture of the set, beside words. Its alternative text says what it shows. */
  | ({
      readonly kind: 'picture'
      readonly picture: string
      readonly alternative: string
      readonly words: string
      /** The words are a heading, of this level. */
      readonly heading?: 2
    } & InLanguage)
  /** A line to sign on, for each. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[] }
  /** Something that the record does not say. While the document is a draft it also asks for it. */
  | { readonly kind: 'missing'; readonly words: string; readonly asks: string }

/** A document as it reads. */
export type DocumentTree = {
  readonly title: string
  /** A language tag (BCP 47). */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Larger type, for a child. */
  readonly isLarge?: true
  readonly blocks: readonly Block[]
}

/** What the record does not say, of all that a document asks for. */
export function missingIn({ blocks }: Pick<DocumentTree, 'blocks'>): Extract<Block, { kind: 'missing' }>[] {
  return blocks.flatMap(block => (block.kind === 'missing' ? [block] : []))
}

/** The pictures that stand in a document, each once. */
export function picturesIn({ blocks }: Pick<DocumentTree, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap(block => (block.kind === 'picture' ? [block.picture] : [])))]
}
