import { type Field, type Form, optionsOf, reasonName } from './field.ts'

/** A name under which something is typed: a question's, or that of the reason for one of its answers. */
export type AskedName = {
  name: string
  label: string
  field: Field
  /** Whether it is always to be answered. */
  isNeeded: boolean
  /** The answer whose reason it is; undefined for the question itself. */
  reasonFor?: string
}

/** Every name under which an answer to a form is typed, in the order in which it is asked. */
export function askedNames({ fields }: Form): AskedName[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    {
      name,
      label: field.label,
      field,
      isNeeded: field.required !== undefined && field.appliesWhen === undefined,
    },
    ...optionsOf(field)
      .filter(({ needsReason }) => needsReason)
      .map(({ value, label, needsReason }) => ({
        name: reasonName(name, value),
        label: `${field.label.replace(/[.:]$/, '')}${field.label.endsWith('?') ? '' : ':'} ${needsReason}`,
        field,
        isNeeded: false,
        reasonFor: label,
      })),
  ])
}
