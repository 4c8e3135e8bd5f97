import { fieldsOf } from '../../engine/assessments/index.ts'
import type { Row } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { findAssessment, formTitle, listAssessments } from '../assessments/index.ts'
import type { ContingencySaid, GoalSaid } from './planWrites.ts'

/** A goal as a form says it, with its first step where there is one. */
export type GoalFromForm = GoalSaid & { step: string; by: Temporal.PlainDate | null }

/** What a first plan begins with: what was written already in a form that was signed. */
export type FromForms = {
  goals: readonly GoalFromForm[]
  contingencies: readonly ContingencySaid[]
  /** The titles of the forms that it comes from. */
  titles: readonly string[]
}

const nothing: FromForms = { goals: [], contingencies: [], titles: [] }

/** So many of the latest signed forms are looked at. */
const mostForms = 8

/**
 * The goals and what is done if something goes wrong, each from the latest signed form that says it: an answer is given once.
 * Which rows of a form these are, its definition says (`begins`).
 */
export async function readFromForms(tx: Work, childId: string): Promise<FromForms> {
  const signed = (await listAssessments(tx, childId)).filter(
    ({ state }) => state === 'signed' || state === 'sent',
  )
  let found = nothing
  for (const { assessmentId } of signed.slice(0, mostForms)) {
    const it = await findAssessment(tx, childId, assessmentId)
    if (!it) continue
    const { goals, contingencies } = saidIn(fieldsOf(it.asked), it.given)
    const takesGoals = found.goals.length === 0 && goals.length > 0
    const takesOthers = found.contingencies.length === 0 && contingencies.length > 0
    if (!takesGoals && !takesOthers) continue
    found = {
      goals: takesGoals ? goals : found.goals,
      contingencies: takesOthers ? contingencies : found.contingencies,
      titles: [...found.titles, formTitle(it.form)],
    }
  }
  return found
}

type Read = Awaited<ReturnType<typeof findAssessment>> & object

/** What the answers of one form say of a plan. Pure. */
export function saidIn(
  fields: ReturnType<typeof fieldsOf>,
  answers: Read['answers'],
): Pick<FromForms, 'goals' | 'contingencies'> {
  const rowsOf = (name: string) => (answers[name] ?? []) as readonly Row[]
  const goals: GoalFromForm[] = []
  const contingencies: ContingencySaid[] = []
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'rows' || !field.begins) continue
    const { begins } = field
    if (begins.of === 'goals')
      goals.push(
        ...rowsOf(name).map(row => ({
          // Goals that a child gives are about a good life until somebody moves them.
          strand: 'good-life' as const,
          words: words(row, begins.words),
          ...{ why: '', lowWords: '', highWords: '' },
          step: words(row, begins.step),
          by: words(row, begins.by) === '' ? null : Temporal.PlainDate.from(words(row, begins.by)),
        })),
      )
    else
      contingencies.push(
        ...rowsOf(name).map(row => ({
          ifWords: words(row, begins.if),
          thenWords: words(row, begins.does),
          whoWords: words(row, begins.who),
        })),
      )
  }
  return {
    goals: goals.filter(goal => goal.words !== ''),
    contingencies: contingencies.filter(it => it.ifWords !== '' && it.thenWords !== '' && it.whoWords !== ''),
  }
}

const words = (row: Row, column: string) => String(row[column] ?? '').trim()
