import { type Answer, chosenIn, type Field, type Fields, optionsOf, rowsOf } from '../forms/index.ts'
import { type AssessmentForm, fieldsOf } from './assessmentForm.ts'
import type { Answered } from './changes.ts'
import { askedIn } from './progress.ts'

/** What stands in a column about one form: a number, a date, the words of what was chosen; null where nothing was answered. */
export type AnswerCell = number | string | Temporal.PlainDate | null

/** Answers to one question, or one answer of several, as they are counted and compared over many forms. */
export type AnswerColumn = {
  /** Unique among the columns of a form. */
  readonly name: string
  readonly heading: string
  /** True where the question asks for a level of a judgement. */
  readonly isJudgement: boolean
  read(of: Answered): AnswerCell
}

/**
 * The columns of a form for measures: of choices, scales, numbers and dates, of each answer of several, and of how many rows.
 * What somebody wrote in their own words is no figure, and is left out. A question that stands in several wordings is one
 * column, headed as in the last of them; an answer is read by the wording that it was given to, and only where that asked it.
 */
export function answerColumns({ versions }: Pick<AssessmentForm, 'versions'>): AnswerColumn[] {
  const fields: Fields = Object.assign({}, ...Object.values(versions).map(fieldsOf))
  return Object.entries(fields).flatMap(([name, field]) => columnsOf(name, field))
}

function columnsOf(name: string, field: Field): AnswerColumn[] {
  const judges = field.kind === 'choice' ? field.judges : undefined
  const isJudgement = judges !== undefined
  const heading = judges === undefined ? field.label : judges.charAt(0).toUpperCase() + judges.slice(1)
  const reads = (read: (answer: Answer, as: Field) => AnswerCell): AnswerColumn => ({
    name,
    heading,
    isJudgement,
    read: of => answerIn(of, name, read),
  })
  switch (field.kind) {
    case 'choice':
      return [reads((answer, as) => labelOf(as, String(answer)))]
    case 'scale':
    case 'number':
      return [reads(answer => Number(answer))]
    case 'date':
      return [reads(answer => Temporal.PlainDate.from(String(answer)))]
    case 'rows':
      return [{ ...reads(answer => rowsOf(answer).length), heading: `${heading}: how many` }]
    case 'choices':
      return optionsOf(field).map(({ value, label }) => ({
        ...reads(answer => (typeof answer !== 'number' && chosenIn(answer).includes(value) ? 'Yes' : 'No')),
        name: `${name}-${value}`,
        heading: `${heading}: ${label}`,
      }))
    default:
      return []
  }
}

function answerIn(
  { version, answers }: Answered,
  name: string,
  read: (answer: Answer, as: Field) => AnswerCell,
): AnswerCell {
  const answer = answers[name]
  const field = fieldsOf(version)[name]
  return answer !== undefined && field && askedIn(version, answers).has(name) ? read(answer, field) : null
}

const labelOf = (field: Field, value: string): string =>
  optionsOf(field).find(option => option.value === value)?.label ?? value
