import type { AlertKind } from './alertKinds.ts'
import {
  type Answer,
  type Answers,
  applicable,
  chosenIn,
  type Field,
  type Fields,
  optionsOf,
  reasonKey,
} from './field.ts'

/** An alert that an answer raises: which answer it was ('' for text), and what everybody must then know. */
export type RaisedAlert = {
  readonly field: string
  readonly value: string
  readonly kind: AlertKind
  readonly text: string
}

/** As long as an alert may be that somebody types in, and one that a choice raises. Text is kept whole: its end may be what matters. */
const longest = 500

/**
 * The alerts that answers raise, in the order of the questions: a choice says the question, the answer and its reason, or
 * what the definition says of it; text says itself.
 */
export function raisedAlerts(fields: Fields, answers: Answers): RaisedAlert[] {
  const asked = applicable(fields, answers)
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!asked.has(name)) return []
    if (field.kind === 'text' || field.kind === 'textarea') return saidInText(name, field, answers[name])
    const chosen = chosenIn(answers[name])
    return optionsOf(field).flatMap(option => {
      if (!option.raisesAlert || !chosen.includes(option.value)) return []
      const reason = option.needsReason ? answers[reasonKey(name)] : undefined
      const said = option.raisesAlert.says ?? `${field.label} ${option.label}`
      const text = shortened(reason === undefined ? said : `${said}. ${reason}`)
      return [{ field: name, value: option.value, kind: option.raisesAlert.kind, text }]
    })
  })
}

function saidInText(
  name: string,
  { raisesAlert }: Extract<Field, { kind: 'text' | 'textarea' }>,
  answer: Answer | undefined,
): RaisedAlert[] {
  const text = typeof answer === 'string' ? answer.trim() : ''
  return raisesAlert && text !== '' ? [{ field: name, value: '', kind: raisesAlert.kind, text }] : []
}

/** The whole stands in the step that raised it. */
function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text
}
