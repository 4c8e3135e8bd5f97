/**
 * Extra HTML attributes for an element. `true` writes the name alone, `false`, null and undefined
 * leave it out; `aria-…` and `data-…` write true and false as words.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** The level of a heading, from h1 to h6. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** A message in the plural forms of its language (`one`, `other` …); `%{count}` stands for the number. */
export type PluralText = { other: string } & Partial<
  Record<'zero' | 'one' | 'two' | 'few' | 'many', string | undefined>
>

/** A class attribute: the component's own class, then whichever others are given. */
export function classList(
  own: string,
  first?: string | false | null,
  second?: string | false | null,
  third?: string | false | null,
): string {
  let list = own
  if (first) list += ` ${first}`
  if (second) list += ` ${second}`
  if (third) list += ` ${third}`
  return list
}

/** The ids for `aria-describedby`, in reading order, or undefined when there are none. */
export function idList(...ids: (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined
}

/**
 * The `data-i18n.…` attributes from which the scripts of GOV.UK Frontend take their words.
 * Keys are the names after `data-i18n.`; words that are not given are left out.
 */
export function i18nAttributes(
  words: Readonly<Record<string, string | PluralText | undefined>>,
): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [key, message] of Object.entries(words)) {
    if (typeof message === 'string') {
      if (message) attributes[`data-i18n.${key}`] = message
    } else if (message) {
      for (const [form, text] of Object.entries(message)) {
        if (text !== undefined) attributes[`data-i18n.${key}.${form}`] = text
      }
    }
  }
  return attributes
}
