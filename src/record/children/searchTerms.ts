import { foldName } from '../../kernel/names.ts'
import { readDate } from '../../kernel/readDates.ts'
import { foldReference, parseReference, type Reference } from '../../kernel/reference.ts'

/** What somebody who types into the search box may have meant; a term that was not typed is not there. */
export type SearchTerms = {
  /** The name as it is compared: lower case, without accents. */
  name?: string
  birthDate?: Temporal.PlainDate
  reference?: Reference
  /** Letters and figures only, in lower case, where it could be the reference of the police. */
  policeReference?: string
  /** The figures of a phone number, 0 for the country's 44: `+44 7700 900123` is `07700900123`. */
  phone?: string
}

/** A date somewhere among other words: figures with strokes, stops or hyphens, or a month in words. */
const dateWithin =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4})\b/i

/** Nothing but what phone numbers are written with, and enough of it. */
function readPhone(text: string): string | undefined {
  if (!/^\+?[\d ()-]+$/.test(text)) return undefined
  const figures = text.replace(/\D/g, '').replace(/^(00)?44/, '0')
  return figures.length >= 9 && figures.length <= 15 ? figures : undefined
}

/** Reads what was typed: a name, a date of birth, both, a reference, the reference of the police, or a phone number. */
export function readSearch(typed: string): SearchTerms {
  const text = typed.trim().slice(0, 200)
  const reference = parseReference(text)
  if (reference.ok) return { reference: reference.value, policeReference: foldReference(text) }
  const within = dateWithin.exec(text)
  const date = readDate(within ? within[0] : text)
  const rest = date.ok ? text.replace(within ? within[0] : text, ' ') : text
  const name = foldName(rest)
  const phone = date.ok ? undefined : readPhone(text)
  const couldBePolice = /\d/.test(text) && !date.ok
  return {
    ...(name === '' || !/\p{L}/u.test(name) ? {} : { name }),
    ...(date.ok ? { birthDate: date.value } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(couldBePolice ? { policeReference: foldReference(text) } : {}),
  }
}
