import type { Field } from '../../engine/forms/index.ts'
import { addressKind } from './addressFacts.ts'
import { careKind } from './careFacts.ts'
import { educationKind } from './educationFacts.ts'

/** A fact about a child that began on a day and may have ended on one. What it says stands under the names of its columns. */
export type Fact = {
  factId: string
  childId: string
  /** Nobody knows since when, where it is empty. */
  from: Temporal.PlainDate | null
  /** It lasts, where it is empty. */
  until: Temporal.PlainDate | null
  recordedAt: Temporal.Instant
  version: number
  said: Readonly<Record<string, string>>
}

/** What is asked of a fact, beside from when until when: a text or a choice for each column, under its name. */
export type FactFields = Readonly<Record<string, Extract<Field, { kind: 'text' | 'textarea' | 'choice' }>>>

/** How one kind of fact is kept, asked for and told. */
export type FactKind = {
  readonly table: 'child_address' | 'child_education' | 'child_care'
  readonly key: 'address_id' | 'education_id' | 'care_id'
  /** Every column that holds text; the question for each has the same name, with hyphens. */
  readonly columns: readonly string[]
  readonly heading: string
  readonly addText: string
  readonly empty: string
  /** What it is called in a sentence: `address`. */
  readonly noun: string
  /** Whether a new one usually takes the place of what is there. */
  readonly replaces: boolean
  fields(today: Temporal.PlainDate, held: Readonly<Record<string, string>>): FactFields
  /** What is wrong with the answers together, at which question. */
  fault?(said: Readonly<Record<string, string>>): { field: string; message: string } | undefined
  /** In one line, for a list or a choice. */
  title(said: Readonly<Record<string, string>>, on: Temporal.PlainDate): string
  /** What else there is to say, each with its name. */
  lines(
    said: Readonly<Record<string, string>>,
    on: Temporal.PlainDate,
  ): readonly (readonly [string, string])[]
}

/** The kinds of fact, by the word that stands for each in addresses of pages. */
export const factKinds = {
  addresses: addressKind,
  education: educationKind,
  care: careKind,
} as const satisfies Readonly<Record<string, FactKind>>

export type FactKindName = keyof typeof factKinds

/** Whether a word in an address is a kind of fact. */
export function isFactKindName(word: string): word is FactKindName {
  return Object.hasOwn(factKinds, word)
}

/** What else a fact says, with whom it must be kept from first; what was left empty is not among it. */
export function factLines(
  name: FactKindName,
  said: Readonly<Record<string, string>>,
  on: Temporal.PlainDate,
): readonly (readonly [string, string])[] {
  const confidential = ['Must not become known to', said.confidential_from ?? ''] as const
  return [confidential, ...factKinds[name].lines(said, on)].filter(([, words]) => words !== '')
}

/** What a fact is, in a line, from what is said of it. */
export function factTitle(
  name: FactKindName,
  said: Readonly<Record<string, string>>,
  on: Temporal.PlainDate,
): string {
  return factKinds[name].title(said, on)
}
