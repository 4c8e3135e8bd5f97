import {
  type Answer,
  type Answers,
  chosenIn,
  type Field,
  type Fields,
  optionsOf,
  type Row,
  reasonKey,
  reasonName,
} from './field.ts'
import { type Typed, typedDate } from './readForm.ts'
import { cellName, rowsOf } from './rows.ts'

/** Kept answers as the boxes of a form hold them, so that they can be changed: the way back from what `readForm` gave. */
export function typedAnswers(fields: Fields, answers: Answers): Typed {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => [
      [name, typedAnswer(field, answers[name])],
      ...typedRows(name, field, answers[name]),
      ...typedReasons(name, field, answers),
    ]),
  )
}

function typedAnswer(field: Field, answer: Answer | undefined): string | readonly string[] {
  if (field.kind === 'choices') return chosenIn(answer)
  if (field.kind === 'rows') return rowsOf(answer).map((_, index) => String(index + 1))
  if (answer === undefined) return ''
  return field.kind === 'date' ? typedDate(Temporal.PlainDate.from(String(answer))) : String(answer)
}

function typedRows(name: string, field: Field, answer: Answer | undefined): [string, string][] {
  if (field.kind !== 'rows') return []
  const rows = rowsOf(answer)
  return (rows.length === 0 ? [{}] : rows).flatMap((row: Row, index) =>
    Object.entries(field.columns).map(([column, cell]): [string, string] => [
      cellName(name, String(index + 1), column),
      String(typedAnswer(cell, row[column])),
    ]),
  )
}

/**
 * The reason of each chosen answer that asks for one. Reasons of several answers are kept as one text: where it does
 * not come apart again, the whole stands with the first.
 */
function typedReasons(name: string, field: Field, answers: Answers): [string, string][] {
  const chosen = chosenIn(answers[name])
  const needing = optionsOf(field).filter(({ value, needsReason }) => needsReason && chosen.includes(value))
  const kept = String(answers[reasonKey(name)] ?? '')
  const parts = kept.split('; ')
  const reasons = parts.length === needing.length ? parts : [kept]
  return needing.map(({ value }, index) => [reasonName(name, value), reasons[index] ?? ''])
}
