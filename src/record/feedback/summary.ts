import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { optionsOf } from '../../engine/forms/index.ts'
import { leastShown, type PublishedCount, type PublishedCounts, suppress } from '../../kernel/suppression.ts'
import type { AnswerCount } from './summaryQueries.ts'

/** An answer to a question, with how often it was given in the quarter and in the one before, as far as that may be told. */
export type AnswerLine = { label: string; now: PublishedCount; before: PublishedCount }

/** A question with its answers, and how many answered it. */
export type QuestionCounts = {
  question: string
  label: string
  lines: readonly AnswerLine[]
  total: { now: PublishedCount; before: PublishedCount }
}

/**
 * The answers to the choices of a form, counted beside those of the quarter before. Each question is a row of counts with its total,
 * and small numbers are hidden in it (`suppress`), for each quarter by itself. Much the same people answer every question of a
 * form: where one must hide a total that is not small itself, another could tell it, and so nothing of that quarter is told.
 */
export function countsOf(
  { id, fields }: FeedbackForm,
  now: readonly AnswerCount[],
  before: readonly AnswerCount[],
): QuestionCounts[] {
  const questions = Object.entries(fields).filter(([, field]) => optionsOf(field).length > 0)
  const inQuarter = (answers: readonly AnswerCount[]) => {
    const rows = questions.map(([question, field]) =>
      suppress(
        optionsOf(field).map(
          ({ value }) =>
            answers.find(it => it.form === id && it.question === question && it.answer === value)?.count ?? 0,
        ),
      ),
    )
    const sums = questions.map(([question]) => sumOf(answers, id, question))
    const tellsAll = rows.some(({ total }, index) => total.hidden && (sums[index] ?? 0) >= leastShown)
    return tellsAll ? rows.map(({ counts }) => nothingOf(counts.length)) : rows
  }
  const [ofNow, ofBefore] = [inQuarter(now), inQuarter(before)]
  return questions.map(([question, field], index) => {
    const [rowNow, rowBefore] = [ofNow[index], ofBefore[index]]
    const at = (row: PublishedCounts | undefined, place: number): PublishedCount =>
      row?.counts[place] ?? { hidden: false, count: 0 }
    return {
      question,
      label: field.label,
      lines: optionsOf(field).map(({ label }, place) => ({
        label,
        now: at(rowNow, place),
        before: at(rowBefore, place),
      })),
      total: { now: rowNow?.total ?? hidden, before: rowBefore?.total ?? hidden },
    }
  })
}

const hidden: PublishedCount = { hidden: true }

const nothingOf = (length: number): PublishedCounts => ({
  counts: Array.from({ length }, () => hidden),
  total: hidden,
})

const sumOf = (answers: readonly AnswerCount[], form: string, question: string) =>
  answers
    .filter(it => it.form === form && it.question === question)
    .reduce((sum, { count }) => sum + count, 0)

/** A count as it is read. */
export const countWords = (it: PublishedCount): string => (it.hidden ? 'few' : String(it.count))
