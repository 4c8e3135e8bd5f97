import { writeDate } from '../../kernel/writtenDates.ts'
import { factNotKnown, notAsRecorded } from './askingFacts.ts'
import {
  type Answer,
  type Answers,
  chosenIn,
  type Field,
  type Fields,
  optionsOf,
  type Row,
  type RowsField,
  reasonKey,
} from './field.ts'
import { rowsOf } from './rows.ts'

/** A question and its answer as people read them. */
export type AnswerWords = { question: string; answer: string }

/**
 * The answers in words, in the order of the questions: choices by their labels, dates written out, a reason after the
 * answer that asked for it and as it was asked for. Kept beside the answers, they read the same when the questions have changed since.
 */
export function answerWords(fields: Fields, answers: Answers): AnswerWords[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const answer = answers[name]
    if (answer === undefined) return []
    const reason = answers[reasonKey(name)]
    if (answer === notAsRecorded) return [{ question: field.label, answer: deniedWords(reason) }]
    const words = { question: field.label, answer: wordsOf(field, answer) }
    return reason === undefined
      ? [words]
      : [words, { question: askedAfter(field, answer), answer: String(reason) }]
  })
}

/** Rows as a table: the question, the words of the columns, and what stands in each; empty where nothing was written. */
export type RowsTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** An answer of rows as a table; undefined for a question of another kind, or without a row. */
export function rowsTable(field: Field, answer: Answer | undefined): RowsTable | undefined {
  const rows = rowsOf(answer)
  if (field.kind !== 'rows' || rows.length === 0) return undefined
  const columns = Object.entries(field.columns)
  return {
    caption: field.label,
    columns: columns.map(([, { label }]) => label),
    rows: rows.map(row =>
      columns.map(([name, column]) =>
        answerWords({ [name]: column }, row)
          .map(each => each.answer)
          .join(': '),
      ),
    ),
  }
}

/** A fact that was denied, with what the record said then; without it the answer may have meant that it is not known. */
function deniedWords(said: Answer | undefined): string {
  return said === undefined
    ? 'Not as the record said, or not known'
    : `No, or not any more. The record said: ${said}`
}

/** What was asked after an answer: in the words of the options that were chosen. */
function askedAfter(field: Field, answer: Answer): string {
  const chosen = typeof answer === 'number' ? [] : chosenIn(answer)
  const asked = optionsOf(field)
    .filter(({ value }) => chosen.includes(value))
    .flatMap(({ needsReason }) => needsReason ?? [])
  return asked.length > 0 ? asked.join('; ') : `${field.label} The reason`
}

function wordsOf(field: Field, answer: Answer): string {
  if (answer === factNotKnown) return 'It is not known'
  if (field.kind === 'scale')
    return `${answer} (${field.from} is “${field.low}”, ${field.to} is “${field.high}”)`
  if (field.kind === 'rows') return rowWords(field, rowsOf(answer))
  if (typeof answer === 'number') return String(answer)
  if (field.kind === 'date') return writeDate(Temporal.PlainDate.from(String(answer)))
  const options = optionsOf(field)
  return chosenIn(answer)
    .map(value => options.find(option => option.value === value)?.label ?? value)
    .join(', ')
}

/** A line for each row: its number, then each of its answers after the words of its column. */
function rowWords({ columns }: RowsField, rows: readonly Row[]): string {
  const lines = rows.map((row, index) => {
    const said = answerWords(columns, row).map(
      ({ question, answer }) => `${question.replace(/[?:.]$/, '')}: ${answer}`,
    )
    return `${index + 1}. ${said.join('; ')}`
  })
  return lines.join('\n')
}
