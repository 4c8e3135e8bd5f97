import { foldName } from '../../kernel/names.ts'
import { readDate } from '../../kernel/readDates.ts'
import { parseReference, type Reference } from '../../kernel/reference.ts'

/** What somebody who types into the search box may have meant; a term that was not typed is not there. */
export type SearchTerms = {
  /** The name as it is compared: lower case, without accents. */
  name?: string
  birthDate?: Temporal.PlainDate
  reference?: Reference
  /** As typed, in lower case, where it could be the reference of the police. */
  policeReference?: string
}

/** A date somewhere among other words: figures with strokes, stops or hyphens, or a month in words. */
const dateWithin =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4})\b/i

/** Reads what was typed: a name, a date of birth, both, a reference, or the reference of the police. */
export function readSearch(typed: string): SearchTerms {
  const text = typed.trim().slice(0, 200)
  const reference = parseReference(text)
  if (reference.ok) return { reference: reference.value, policeReference: text.toLowerCase() }
  const within = dateWithin.exec(text)
  const date = readDate(within ? within[0] : text)
  const rest = date.ok ? text.replace(within ? within[0] : text, ' ') : text
  const name = foldName(rest)
  const couldBePolice = /\d/.test(text) && !date.ok
  return {
    ...(name === '' || !/\p{L}/u.test(name) ? {} : { name }),
    ...(date.ok ? { birthDate: date.value } : {}),
    ...(couldBePolice ? { policeReference: text.toLowerCase() } : {}),
  }
}
