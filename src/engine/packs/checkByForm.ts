import { type AssessmentForm, fieldsOf } from '../assessments/index.ts'
import { optionsOf } from '../forms/index.ts'
import type { Pathway } from '../pathways/index.ts'

/**
 * Faults of the steps that a long form takes: the form must exist, ask in every wording all that the step must know, in the same
 * kind of question, and offer no answer that the step does not know. Nobody can be named by a form.
 */
export function checkByForm(pathway: Pathway, forms: readonly AssessmentForm[]): readonly string[] {
  return Object.entries(pathway.steps).flatMap(([id, step]) => {
    if (step.byForm === undefined) return []
    const form = forms.find(each => each.id === step.byForm)
    if (!form) return [`The step “${id}” is taken by the form “${step.byForm}”, which does not exist.`]
    if (step.holder !== undefined || step.from === 'start')
      return [`The step “${id}” opens a case or names its holder, which no form does.`]
    return Object.entries(form.versions).flatMap(([wording, version]) => {
      const asked = fieldsOf(version)
      return Object.entries(step.fields).flatMap(([name, field]) => {
        const other = asked[name]
        const where = `The form “${form.id}” in the wording “${wording}”`
        if (!other)
          return field.required === undefined
            ? []
            : [`${where} takes the step “${id}” and does not ask “${name}”, which the step must know.`]
        const known = optionsOf(field).map(({ value }) => value)
        const isOther =
          other.kind !== field.kind || optionsOf(other).some(({ value }) => !known.includes(value))
        const isLess =
          field.required !== undefined &&
          (other.required === undefined ||
            JSON.stringify(other.appliesWhen) !== JSON.stringify(field.appliesWhen))
        return [
          ...(isOther ? [`${where} asks “${name}” otherwise than the step “${id}”, which it takes.`] : []),
          ...(isLess ? [`${where} may leave “${name}” out, which the step “${id}” must know.`] : []),
        ]
      })
    })
  })
}
