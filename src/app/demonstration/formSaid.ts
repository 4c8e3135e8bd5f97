import {
  type Answers,
  type Fields,
  type Form,
  namedAnswers,
  optionsOf,
  readForm,
  reasonName,
  typedDate,
} from '../../engine/forms/index.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { faultsOf } from './arrive.ts'
import type { Chance } from './chance.ts'

/**
 * How a question of a form is answered in the demonstration: words or the value of an answer, several of them, one of several
 * wordings, an answer with its reason, a day so many days after the form is written, or a table of rows.
 */
export type Said =
  | string
  | readonly string[]
  | { readonly oneOf: readonly string[] }
  | { readonly is: string | readonly string[]; readonly because: string }
  | { readonly inDays: number }
  | { readonly rows: readonly Readonly<Record<string, string>>[] }

/** What is said in a form, by the names of its questions. */
export type FormSaid = Readonly<Record<string, Said>>

type Saying = { by: Chance; on: Temporal.PlainDate }

/**
 * Answers a part of a form with what is said, through the reader of the pages. What the record holds is confirmed.
 * @param own the fields as the definition has them; `asked` offers what the record knows
 * @throws where an answer would not be taken from a page
 */
export function answered(own: Fields, asked: Form, said: FormSaid, saying: Saying): Answers {
  const typed: Record<string, string | readonly string[]> = {}
  for (const [name, field] of Object.entries(asked.fields)) {
    const kind = own[name]?.kind
    const answer = said[name]
    const [first] = optionsOf(field)
    if (first && (kind === 'fact' || kind === 'place' || kind === 'around')) typed[name] = first.value
    else if (answer !== undefined) Object.assign(typed, typedFor(name, answer, saying))
  }
  const read = readForm(asked, sentFrom(typed), saying.on)
  if (!read.ok) throw new Error(`“${asked.id}” of a form of the demonstration: ${faultsOf(read.errors)}`)
  return namedAnswers(own, read.answers)
}

function typedFor(
  name: string,
  said: Said,
  { by, on }: Saying,
): Readonly<Record<string, string | readonly string[]>> {
  if (typeof said === 'string') return { [name]: said }
  if ('oneOf' in said) return { [name]: by.one(said.oneOf) }
  if ('inDays' in said) return { [name]: typedDate(on.add({ days: said.inDays })) }
  if ('rows' in said) {
    const cells = said.rows.flatMap((row, index) =>
      Object.entries(row).map(([column, words]) => [`${name}-${index + 1}-${column}`, words]),
    )
    return { [name]: said.rows.map((_, index) => String(index + 1)), ...Object.fromEntries(cells) }
  }
  if ('because' in said) {
    const reasons = [said.is].flat().map(value => [reasonName(name, value), said.because])
    return { [name]: said.is, ...Object.fromEntries(reasons) }
  }
  return { [name]: said }
}
