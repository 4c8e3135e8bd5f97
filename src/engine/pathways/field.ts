import type { Role } from '../../platform/access/roles.ts'

/** One answer that may be chosen. */
export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /**
   * Choosing this asks for a reason as well: what to say when it is left empty. The reason is kept
   * among the answers under `reasonKey`.
   */
  readonly needsReason?: string
}

type Said = {
  readonly label: string
  readonly hint?: string
  /** What to say when it is left empty; without it, it may be. */
  readonly required?: string
  /** Asked only when an earlier choice of the same step has one of these answers. */
  readonly appliesWhen?: { readonly field: string; readonly is: readonly string[] }
}

/** Something to be filled in when a step is recorded, declared as plain data. */
export type Field = Said &
  (
    | { readonly kind: 'text' | 'textarea'; readonly maxLength: number }
    /** `notAfterToday` is what to say to a date still to come; without it, one is accepted. */
    | { readonly kind: 'date'; readonly notAfterToday?: string }
    | { readonly kind: 'time' }
    | { readonly kind: 'choice' | 'choices'; readonly options: readonly Option[] }
    /** A whole number. */
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    /** Somebody who works here in one of these roles. */
    | { readonly kind: 'person'; readonly roles: readonly Role[] }
  )

/** The fields of a step by their ids, in the order in which they are asked. */
export type Fields = Readonly<Record<string, Field>>

/** An answer as it is kept: text, a date (yyyy-mm-dd), a time (hh:mm), a number, a person's id, or the values chosen. */
export type Answer = string | number | readonly string[]

/** The answers given with one step, by the id of the field. */
export type Answers = Readonly<Record<string, Answer>>

/** Under which key the reason for a choice is kept. */
export function reasonKey(fieldId: string): string {
  return `${fieldId}-reason`
}

/** The options of a field that has any. */
export function optionsOf(field: Field): readonly Option[] {
  return field.kind === 'choice' || field.kind === 'choices' ? field.options : []
}

/** The values chosen in a field, whether it takes one or several; none for an answer that is not text. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || typeof answer === 'number') return []
  return typeof answer === 'string' ? [answer] : answer
}

/**
 * The fields that apply with the answers given so far, in order. A field that hangs on one that does
 * not itself apply does not apply either.
 */
export function applicableFields(fields: Fields, answers: Answers): readonly (readonly [string, Field])[] {
  const applying = new Map<string, Field>()
  for (const [id, field] of Object.entries(fields)) {
    const { appliesWhen } = field
    const applies =
      appliesWhen === undefined ||
      (applying.has(appliesWhen.field) &&
        chosenIn(answers[appliesWhen.field]).some(value => appliesWhen.is.includes(value)))
    if (applies) applying.set(id, field)
  }
  return [...applying]
}
