import { fieldsOf } from '../../engine/assessments/index.ts'
import { answerWords, type Beside, type Field, type Fields, rowsTable } from '../../engine/forms/index.ts'
import { findAssessmentForm, findPathway, type Practice } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { AnsweredBefore } from './assessmentQueries.ts'

/**
 * What was answered last to the questions of a section, with its reason, in the words of that time. In the same form a question is
 * the same while it has the same name; in another form, or in a step of a case, only where it is asked in the same words too. So the first review shows
 * the judgements of the assessment before it.
 * @param before the latest first
 */
export function lastAnswers(
  practice: Practice,
  form: string,
  fields: Fields,
  before: readonly AnsweredBefore[],
): Beside {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { label }]) => {
      for (const { answers, savedAt, in: where } of before) {
        const asked = answers[name] === undefined ? undefined : askedThen(practice, where, name)
        const isSame = 'form' in where && where.form === form
        if (!asked || (!isSame && asked.label !== label)) continue
        const said = answerWords({ [name]: asked }, answers).map(({ answer }) => answer)
        const rows = rowsTable(asked, answers[name])
        return [[name, { on: dayInUk(savedAt), said: said.join(': '), ...(rows ? { rows } : {}) }]]
      }
      return []
    }),
  )
}

/** A question as it was asked in a wording of a form, or as a step of a case asks it. */
function askedThen(practice: Practice, where: AnsweredBefore['in'], name: string): Field | undefined {
  if ('step' in where) return findPathway(practice, where.pathway)?.steps[where.step]?.fields[name]
  const version = findAssessmentForm(practice, where.form)?.versions[where.wording]
  return version && fieldsOf(version)[name]
}
