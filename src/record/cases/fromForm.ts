import { type Answers, type Field, optionsOf } from '../../engine/forms/index.ts'
import type { PlanStrand, Step } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { findAssessment, listAssessments, listSignings, signedLast } from '../assessments/index.ts'
import { currentPlans, listPlanSignings, type Plan } from '../plans/index.ts'
import type { Involvement, RecordedStep } from './caseQueries.ts'

/** What a signed form, or the plan in force, says to the questions of a step, and where it comes from. */
export type FromForm = {
  /** Null: it is the plan. */
  assessmentId: string | null
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

/** What the plan in force of a case says to the questions of a step; undefined where none is, or it says nothing of them. */
export async function readFromPlan(
  tx: Work,
  { fields, fromPlan }: Pick<Step, 'fields' | 'fromPlan'>,
  { childId, involvementId }: Pick<Involvement, 'childId' | 'involvementId'>,
): Promise<FromForm | undefined> {
  if (!fromPlan) return undefined
  const { inForce, beside } = await currentPlans(tx, childId)
  const plan = [inForce, ...beside].find(each => each?.involvementId === involvementId)
  const by = plan && signedLast(await listPlanSignings(tx, plan))
  if (!plan || !by) return undefined
  const said = Object.fromEntries(
    Object.entries(fromPlan).map(([name, strand]) => [name, strandWords(plan, strand)]),
  )
  const named = Object.fromEntries(Object.keys(said).map(name => [name, name]))
  const given = Object.fromEntries(Object.entries(said).filter(([, words]) => words !== ''))
  const answers = answersFor(fields, named, given)
  if (Object.keys(answers).length === 0) return undefined
  return { assessmentId: null, signedBy: by.signedBy, signedAt: by.signedAt, answers }
}

/** The goals of a strand, a line each; what keeps somebody safe is what is done, so that their steps stand with them. */
function strandWords({ goals }: Pick<Plan, 'goals'>, strand: PlanStrand): string {
  return goals
    .filter(goal => goal.strand === strand && goal.outcome !== 'dropped')
    .map(({ words, steps }) =>
      strand === 'good-life' || steps.length === 0
        ? words
        : `${words}: ${steps.map(step => step.words).join('; ')}`,
    )
    .join('\n')
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
