import { type Answers, chosenIn, type Fields, optionsOf } from './field.ts'
import type { RecordField } from './recordFields.ts'

/** What answers tell a field of the record. */
export type ToldRecord = { readonly field: RecordField; readonly words: string }

/**
 * What the answers of a form tell the fields of the record that its questions name (`updates`), in the order of the questions, a
 * line each: text says itself, an answer that was chosen what its definition says.
 * @param given the answers to what is asked with them
 */
export function toldRecord(fields: Fields, given: Answers): ToldRecord[] {
  const told = Object.entries(fields).flatMap(([name, field]): ToldRecord[] => {
    const answer = given[name]
    if (field.kind === 'text' || field.kind === 'textarea') {
      const { updates } = field
      const words = typeof answer === 'string' ? answer.trim() : ''
      const isSo =
        !updates?.where ||
        chosenIn(given[updates.where.field]).some(value => updates.where?.is.includes(value))
      return updates && isSo && words !== '' ? [{ field: updates.field, words }] : []
    }
    const chosen = chosenIn(answer)
    return optionsOf(field).flatMap(({ value, updates }) =>
      updates && chosen.includes(value) ? [{ field: updates.field, words: updates.says }] : [],
    )
  })
  const names = [...new Set(told.map(({ field }) => field))]
  return names.map(field => ({
    field,
    words: told
      .filter(each => each.field === field)
      .map(({ words }) => words)
      .join('\n'),
  }))
}
