import { type AssessmentForm, fieldsOf } from '../assessments/index.ts'
import { type Field, optionsOf } from '../forms/index.ts'
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

/**
 * Faults of what is filled in from a long form: the form must exist and ask it, in every wording, by the same kind of question; and
 * nothing may hang on what is filled in, since it is not asked on the page of the step.
 */
export function checkFromForm(pathway: Pathway, forms: readonly AssessmentForm[]): readonly string[] {
  return Object.entries(pathway.steps).flatMap(([id, { fields, fromForm }]) => {
    if (!fromForm) return []
    const form = forms.find(each => each.id === fromForm.form)
    if (!form)
      return [`The step “${id}” is filled in from the form “${fromForm.form}”, which does not exist.`]
    return Object.entries(fromForm.answers).flatMap(([name, other]) => {
      const field = fields[name]
      if (!field) return [`The step “${id}” is filled in at “${name}”, which it does not ask.`]
      const isHungOn = Object.values(fields).some(({ appliesWhen }) => appliesWhen?.field === name)
      return [
        ...(isHungOn || field.appliesWhen || raises(field)
          ? [`The step “${id}” is filled in at “${name}”, on which something hangs.`]
          : []),
        ...Object.entries(form.versions)
          .filter(([, version]) => fieldsOf(version)[other]?.kind !== field.kind)
          .map(
            ([wording]) =>
              `The form “${form.id}” in the wording “${wording}” does not ask “${other}” as the step “${id}” asks “${name}”.`,
          ),
      ]
    })
  })
}

/** Faults of what is filled in from the plan: the step must ask it in words, and nothing may hang on it. */
export function checkFromPlan(pathway: Pathway): readonly string[] {
  return Object.entries(pathway.steps).flatMap(([id, { fields, fromPlan = {}, fromForm }]) => [
    ...(fromForm && Object.keys(fromPlan).length > 0
      ? [`The step “${id}” is filled in from a form and from the plan: it can be one of them.`]
      : []),
    ...Object.keys(fromPlan).flatMap(name => {
      const field = fields[name]
      if (field?.kind !== 'textarea')
        return [`The step “${id}” is filled in at “${name}”, which it does not ask in words.`]
      const isHungOn = Object.values(fields).some(({ appliesWhen }) => appliesWhen?.field === name)
      return isHungOn || field.appliesWhen || raises(field)
        ? [`The step “${id}” is filled in at “${name}”, on which something hangs.`]
        : []
    }),
  ])
}

/** Whether an answer to it raises an alert: the form has raised it already. */
function raises(field: Field): boolean {
  return (
    ('raisesAlert' in field && field.raisesAlert !== undefined) ||
    optionsOf(field).some(({ raisesAlert }) => raisesAlert !== undefined)
  )
}
