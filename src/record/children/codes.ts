import { type CodeList, codesInForce, isUnverified, labelOf } from '../../engine/codes/index.ts'
import type { Option } from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'

/** The codes of a list that may be recorded on a day, as answers to choose from; `held` stays among them. */
export function codeOptions(list: string, on: Temporal.PlainDate, held = ''): Option[] {
  const found = findCodeList(practiceInUse(), list)
  if (!found) return []
  const options = codesInForce(found, on).map(({ code, label }) => ({ value: code, label }))
  return held === '' || options.some(({ value }) => value === held)
    ? options
    : [...options, { value: held, label: `${lastWordsOf(found, held) ?? held} (no longer recorded)` }]
}

/** What must be said of a list that was not read at its source; undefined for one that was. */
export function listCaution(list: string): string | undefined {
  const found = findCodeList(practiceInUse(), list)
  return found?.unverified ? 'This list has not been checked against its source.' : undefined
}

/** A code in words, with a word of caution where the code was not read at its source; '' for none. */
export function codeWords(list: string, code: string, on: Temporal.PlainDate): string {
  const found = findCodeList(practiceInUse(), list)
  const label = codeLabel(list, code, on)
  return found?.unverified && label !== code ? `${label} ${unverified}` : label
}

/**
 * A code in words for where `listCaution` stands beside it once; only a code that alone was not read at its source says so
 * itself. '' for none.
 */
export function codeLabel(list: string, code: string, on: Temporal.PlainDate): string {
  const found = findCodeList(practiceInUse(), list)
  if (code === '') return ''
  const label = found && (labelOf(found, code, on) ?? lastWordsOf(found, code))
  if (!found || label === undefined) return code
  return !found.unverified && isUnverified(found, code) ? `${label} ${unverified}` : label
}

/** The last words of a code that may not be recorded any more: what was recorded with it is still read. */
const lastWordsOf = (list: CodeList, code: string) =>
  list.entries.findLast(entry => entry.code === code)?.label

const unverified = '(unverified code)'
