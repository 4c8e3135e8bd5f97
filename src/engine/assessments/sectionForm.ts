import { type Answers, chosenIn, type Field, type Form } from '../forms/index.ts'
import type { FormVersion } from './assessmentForm.ts'

/**
 * The questions of one section as they are asked on its page, where the answers of the other sections stand already: what hangs
 * on one of those is asked, or is not there. It may be saved with answers missing.
 */
export function sectionForm(version: FormVersion, id: string, answers: Answers): Form {
  const own = version.sections[id]?.fields ?? {}
  const fields = Object.entries(own).flatMap(([name, field]): [string, Field][] => {
    const { appliesWhen, ...said } = field
    if (!appliesWhen || Object.hasOwn(own, appliesWhen.field)) return [[name, field]]
    const isAsked = chosenIn(answers[appliesWhen.field]).some(value => appliesWhen.is.includes(value))
    return isAsked ? [[name, said]] : []
  })
  return { id, fields: Object.fromEntries(fields), isPartial: true }
}
