import type { ComponentChildren, JSX } from 'preact'

/** What may stand inside a component: words, elements, or a list of both. Always escaped. */
export type Content = JSX.Element | string | number | bigint | boolean | null | undefined | readonly Content[]

/**
 * A part of a component that is usually only words, but may carry options of its own:
 * `label="Name"`, or `label={{ text: 'Name', isPageHeading: true }}`.
 */
export type Rich<Options> = Content | (Options & { text: Content })

/** An item that is left out, so that lists can be written as `[always, sometimes && {…}]`. */
export type Omitted = false | null | undefined | ''

/** The options of a part written in its long form, or undefined when only its content was given. */
export function optionsOf<Options>(part: Rich<Options>): (Options & { text: Content }) | undefined {
  return isLongForm(part) ? part : undefined
}

/** The content of a part, whichever form it was written in. */
export function contentOf<Options>(part: Rich<Options>): Content {
  return isLongForm(part) ? part.text : part
}

/** Whether there is anything to show: not null, undefined, a boolean, an empty string, or a list of those. */
export function isPresent(content: ComponentChildren): boolean {
  if (Array.isArray(content)) return content.some(isPresent)
  return content !== null && content !== undefined && typeof content !== 'boolean' && content !== ''
}

/** Whether a part was given with something in it. */
export function isGiven<Options>(part: Rich<Options>): boolean {
  return isPresent(contentOf(part))
}

/**
 * Whether the content is words alone, without elements. Some components set words in a paragraph
 * of their own and leave elements as they are; this tells the two apart.
 */
export function isWords(content: ComponentChildren): boolean {
  if (Array.isArray(content)) return content.every(child => !isPresent(child) || isWords(child))
  return typeof content === 'string' || typeof content === 'number' || typeof content === 'bigint'
}

function isLongForm<Options>(part: Rich<Options>): part is Options & { text: Content } {
  return typeof part === 'object' && part !== null && 'text' in part
}
