import type { Answers } from '../forms/index.ts'
import { type FormVersion, fieldsOf } from './assessmentForm.ts'
import { givenAnswers } from './progress.ts'

/**
 * The questions for a day on which something comes next (`notBeforeToday`) that are answered with a day that has gone by, each with
 * what is to be said of it: it was good when the part was saved, and is not when the form is signed.
 */
export function daysGone(
  version: FormVersion,
  answers: Answers,
  today: Temporal.PlainDate,
): { name: string; message: string }[] {
  const given = givenAnswers(version, answers)
  return Object.entries(fieldsOf(version)).flatMap(([name, field]) => {
    const day = given[name]
    if (field.kind !== 'date' || field.notBeforeToday === undefined || typeof day !== 'string') return []
    return Temporal.PlainDate.compare(day, today) < 0 ? [{ name, message: field.notBeforeToday }] : []
  })
}
