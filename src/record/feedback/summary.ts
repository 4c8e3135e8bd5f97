import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { optionsOf } from '../../engine/forms/index.ts'
import { type PublishedCount, suppress } from '../../kernel/suppression.ts'
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
 * and small numbers are hidden in it (`suppress`), for each quarter by itself.
 */
export function countsOf(
  { id, fields }: FeedbackForm,
  now: readonly AnswerCount[],
  before: readonly AnswerCount[],
): QuestionCounts[] {
  return Object.entries(fields).flatMap(([question, field]) => {
    const options = optionsOf(field)
    if (options.length === 0) return []
    const published = [now, before].map(answers =>
      suppress(
        options.map(
          ({ value }) =>
            answers.find(it => it.form === id && it.question === question && it.answer === value)?.count ?? 0,
        ),
      ),
    )
    const [ofNow, ofBefore] = published
    if (!ofNow || !ofBefore) return []
    const at = (counts: readonly PublishedCount[], index: number): PublishedCount =>
      counts[index] ?? { hidden: false, count: 0 }
    return [
      {
        question,
        label: field.label,
        lines: options.map(({ label }, index) => ({
          label,
          now: at(ofNow.counts, index),
          before: at(ofBefore.counts, index),
        })),
        total: { now: ofNow.total, before: ofBefore.total },
      },
    ]
  })
}

/** A count as it is read. */
export const countWords = (it: PublishedCount): string => (it.hidden ? 'few' : String(it.count))
