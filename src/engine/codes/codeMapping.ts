import type { Period } from '../../kernel/period.ts'
import { type CodeList, isInForce } from './codeList.ts'

/**
 * What an outside return makes of one of our codes, in a stretch of time: either what it writes for it,
 * or the reason why it cannot carry it.
 */
export type MappingRow<Code extends string = string> = {
  readonly code: Code
  /** The dates of the recorded events that the row is for; all, when not said. */
  readonly inForce?: Period
} & (
  | { readonly target: string; readonly unverified?: true }
  | { readonly notCarried: string; readonly untilSchema?: string }
)

/**
 * How one of our lists is written in one outside return. Kept apart from the list, so that a code can be
 * recorded from the day it is law though no return has a place for it yet.
 */
export type CodeMapping<Code extends string = string> = {
  readonly id: string
  /** The return it is for. */
  readonly title: string
  readonly source: string
  /** The id of the list it maps. */
  readonly list: string
  readonly file: string
  readonly rows: readonly MappingRow<Code>[]
}

/** The answer of a mapping: what the return writes, or why it writes nothing. */
export type MappedCode =
  | { readonly kind: 'mapped'; readonly target: string; readonly unverified: boolean }
  | { readonly kind: 'notCarried'; readonly reason: string; readonly untilSchema?: string }

/** Defines a mapping of one list; a code that the list does not have does not compile. */
export function codeMapping<const List extends CodeList>(
  list: List,
  mapping: Omit<CodeMapping<List['entries'][number]['code']>, 'list'>,
): CodeMapping {
  return { ...mapping, list: list.id }
}

/** What the return makes of a code recorded for that day. A code the mapping does not speak of is not carried. */
export function mapCode(mapping: CodeMapping, code: string, on: Temporal.PlainDate): MappedCode {
  const row = mapping.rows.find(candidate => candidate.code === code && isInForce(candidate, on))
  if (!row)
    return { kind: 'notCarried', reason: `${mapping.title} says nothing of the code ${code} on ${on}.` }
  if ('target' in row) {
    return { kind: 'mapped', target: row.target, unverified: row.unverified === true }
  }
  const { notCarried: reason, untilSchema } = row
  return untilSchema === undefined
    ? { kind: 'notCarried', reason }
    : { kind: 'notCarried', reason, untilSchema }
}
