import { type Answers, type Field, optionsOf } from '../../engine/forms/index.ts'
import type { Step } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { findAssessment, listAssessments, listSignings, signedLast } from '../assessments/index.ts'
import type { Involvement, RecordedStep } from './caseQueries.ts'

/** What a signed form says to the questions of a step, and where it comes from. */
export type FromForm = {
  assessmentId: string
  signedBy: string
  signedAt: Temporal.Instant
  /** By the name of the question of the step. */
  answers: Answers
}

/**
 * What the last signed form of a case says to the questions of a step; undefined where none is signed, or the step was taken since:
 * what a form said is recorded once.
 */
export async function readFromForm(
  tx: Work,
  { id, fields, fromForm }: Pick<Step, 'fields' | 'fromForm'> & { id: string },
  { childId, involvementId }: Pick<Involvement, 'childId' | 'involvementId'>,
  milestones: readonly Pick<RecordedStep, 'step' | 'recordedAt'>[],
): Promise<FromForm | undefined> {
  if (!fromForm) return undefined
  const all = await listAssessments(tx, childId)
  const those = all.filter(
    it => it.involvementId === involvementId && it.form === fromForm.form && it.state === 'signed',
  )
  const signed = await Promise.all(those.map(async it => ({ it, signings: await listSignings(tx, it) })))
  const compare = Temporal.Instant.compare
  const found = signed
    .flatMap(({ it, signings }) => {
      const [by, last] = [signedLast(signings), signings.at(-1)]
      return by && last ? [{ it, by, finishedAt: last.signedAt }] : []
    })
    .toSorted((one, other) => compare(one.finishedAt, other.finishedAt))
    .at(-1)
  const takenAt = milestones.findLast(({ step }) => step === id)?.recordedAt
  if (!found || (takenAt && compare(takenAt, found.finishedAt) >= 0)) return undefined
  const { assessmentId } = found.it
  const form = await findAssessment(tx, childId, assessmentId)
  const answers = form ? answersFor(fields, fromForm.answers, form.given) : {}
  const { signedBy, signedAt } = found.by
  return { assessmentId, signedBy, signedAt, answers }
}

/**
 * The answers of a form under the names of the questions of a step. Nothing is made up: what the form leaves out, what is longer than
 * the step takes, and an option that the step does not know or asks a reason for, is left to be asked.
 * @param named by the name of a question of the step, that of the form
 */
export function answersFor(
  fields: Step['fields'],
  named: Readonly<Record<string, string>>,
  given: Answers,
): Answers {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, other]) => {
      const [field, answer] = [fields[name], given[other]]
      return field && answer !== undefined && takes(field, answer) ? [[name, answer]] : []
    }),
  )
}

function takes(field: Field, answer: Answers[string]): boolean {
  if (field.kind === 'textarea' || field.kind === 'text')
    return typeof answer === 'string' && answer.length <= (field.maxLength ?? answer.length)
  if (field.kind !== 'choice') return false
  return optionsOf(field).some(({ value, needsReason }) => value === answer && needsReason === undefined)
}
