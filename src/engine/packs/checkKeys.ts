import { optionsOf, reasonKey } from '../forms/index.ts'
import type { Pathway } from '../pathways/index.ts'

/** What stands under a key of the answers: the question, and how it is answered. */
type Meaning = {
  readonly key: string
  readonly step: string
  readonly question: string
  readonly kind: string
}

/**
 * Keys under which a pathway keeps more than one question. Rules and measures ask for an answer by its key alone, so a
 * key is the same question in every step: the same words, answered in the same way.
 */
export function checkKeys(pathway: Pathway): readonly string[] {
  const all = Object.entries(pathway.steps).flatMap(([step, { fields }]) =>
    Object.entries(fields).flatMap(([key, field]): Meaning[] => {
      const asked = { key, step, question: `“${field.label}”`, kind: field.kind }
      const hasReason = optionsOf(field).some(({ needsReason }) => needsReason)
      const reason = {
        key: reasonKey(key),
        step,
        question: `the reason for “${field.label}”`,
        kind: 'reason',
      }
      return hasReason ? [asked, reason] : [asked]
    }),
  )
  return all.flatMap((one, index) => {
    const first = all.slice(0, index).find(({ key }) => key === one.key)
    // Within one step the reason that stands in another question's place is told of with the fields of that step.
    if (!first || first.step === one.step) return []
    if (first.question === one.question && first.kind === one.kind) return []
    const way = first.question === one.question ? ', answered in another way' : ''
    return [
      `The key “${one.key}” is two questions: ${first.question} in the step “${first.step}”, ${one.question} in the step “${one.step}”${way}.`,
    ]
  })
}
