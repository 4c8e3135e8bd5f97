import type { AlertKind } from './alertKinds.ts'
import { type Answers, applicable, chosenIn, type Fields, optionsOf, reasonKey } from './field.ts'

/** An alert that an answer raises: which answer it was, and what everybody must then know. */
export type RaisedAlert = {
  readonly field: string
  readonly value: string
  readonly kind: AlertKind
  readonly text: string
}

/** As long as an alert may be that somebody types in. */
const longest = 500

/** The alerts that answers raise, in the order of the questions: each says the question, the answer and its reason. */
export function raisedAlerts(fields: Fields, answers: Answers): RaisedAlert[] {
  const asked = applicable(fields, answers)
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!asked.has(name)) return []
    const chosen = chosenIn(answers[name])
    return optionsOf(field).flatMap(option => {
      if (!option.raisesAlert || !chosen.includes(option.value)) return []
      const reason = option.needsReason ? answers[reasonKey(name)] : undefined
      const said = reason === undefined ? option.label : `${option.label}. ${reason}`
      const text = shortened(`${field.label} ${said}`)
      return [{ field: name, value: option.value, kind: option.raisesAlert.kind, text }]
    })
  })
}

/** The whole stands in the step that raised it. */
function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text
}
