import {
  type Answer,
  type Answers,
  chosenIn,
  type Fields,
  optionsOf,
  type RowsField,
  reasonKey,
  rowsOf,
} from '../forms/index.ts'
import type { Condition, FormVersion, Section } from './assessmentForm.ts'

/** How far a section has come. `missing`: the names of questions that must be answered still, in their order. */
export type SectionProgress = {
  id: string
  section: Section
  state: 'not-started' | 'started' | 'complete'
  missing: readonly string[]
}

/**
 * The sections that apply with the answers so far, each with how far it has come. A section without a question that must
 * be answered is complete once it was saved, whatever was answered: having looked is an answer.
 * @param saved the sections that somebody has saved
 */
export function progressOf(
  version: FormVersion,
  answers: Answers,
  saved: ReadonlySet<string>,
): SectionProgress[] {
  const asked = askedIn(version, answers)
  return Object.entries(version.sections)
    .filter(([, { appliesWhen }]) => holds(appliesWhen, asked, answers))
    .map(([id, section]) => {
      const missing = missingIn(section.fields, asked, answers)
      const state = !saved.has(id) ? 'not-started' : missing.length > 0 ? 'started' : 'complete'
      return { id, section, state, missing }
    })
}

/** Whether everything that must be answered is, in every section that applies. */
export function isComplete(progress: readonly SectionProgress[]): boolean {
  return progress.every(({ state }) => state === 'complete')
}

/**
 * The names of the questions that are asked with these answers, section by section. What hangs on a question that is not
 * itself asked, or that stands in a section that does not apply, is not asked either.
 */
export function askedIn({ sections }: FormVersion, answers: Answers): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { appliesWhen, fields } of Object.values(sections)) {
    if (!holds(appliesWhen, asked, answers)) continue
    for (const [name, field] of Object.entries(fields))
      if (holds(field.appliesWhen, asked, answers)) asked.add(name)
  }
  return asked
}

/**
 * The answers to what is asked with these answers, with their reasons. What was answered before another answer took the question
 * away is kept with the form, so that it is not lost by a slip, and is no part of what the form says.
 */
export function givenAnswers(version: FormVersion, answers: Answers): Answers {
  const asked = [...askedIn(version, answers)]
  const given = new Set([...asked, ...asked.map(reasonKey)])
  return Object.fromEntries(Object.entries(answers).filter(([name]) => given.has(name)))
}

/** Whether a condition is met by answers to questions that are asked. */
export function isMet(version: FormVersion, condition: Condition | undefined, answers: Answers): boolean {
  return holds(condition, askedIn(version, answers), answers)
}

function holds(condition: Condition | undefined, asked: ReadonlySet<string>, answers: Answers): boolean {
  if (!condition) return true
  return (
    asked.has(condition.field) &&
    chosenIn(answers[condition.field]).some(value => condition.is.includes(value))
  )
}

function missingIn(fields: Fields, asked: ReadonlySet<string>, answers: Answers): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!asked.has(name)) return []
    if (answers[name] === undefined) return field.required === undefined ? [] : [name]
    if (field.kind === 'rows' && hasGap(field, answers[name])) return [name]
    const chosen = chosenIn(answers[name])
    const needsReason = optionsOf(field).some(option => option.needsReason && chosen.includes(option.value))
    return needsReason && answers[reasonKey(name)] === undefined ? [name] : []
  })
}

/** Whether a row lacks what must be answered in each. */
function hasGap({ columns }: RowsField, answer: Answer | undefined): boolean {
  return rowsOf(answer).some(row =>
    Object.entries(columns).some(
      ([column, { required }]) => required !== undefined && row[column] === undefined,
    ),
  )
}
