import { type Field, type Form, form, type Typed, type ValuesOf, yesNo } from '../../engine/forms/index.ts'
import type { Person } from './personQueries.ts'

const fields = {
  name: { kind: 'text', label: 'Name', required: 'Enter the name', isName: true, maxLength: 150 },
  relationship: {
    kind: 'text',
    label: 'Who is this to the child?',
    hint: 'For example mother, foster carer, social worker',
    required: 'Say who this is to the child',
    maxLength: 100,
    width: 'medium',
  },
  'parental-responsibility': {
    kind: 'choice',
    label: 'Does this person have parental responsibility?',
    required: 'Say whether this person has parental responsibility',
    options: yesNo,
  },
  contact: {
    kind: 'choice',
    label: 'May this person be contacted?',
    required: 'Say whether this person may be contacted',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, this person must not be contacted', hint: 'Say why under “Note”' },
    ],
  },
  phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
  email: { kind: 'email', label: 'Email address' },
  note: { kind: 'textarea', label: 'Note', maxLength: 1_000, rows: 3 },
} as const satisfies Record<string, Field>

const still = {
  kind: 'choice',
  label: 'Is this person still around the child?',
  required: 'Say whether this person is still around the child',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No', hint: 'The entry is kept as one of the past' },
  ],
} as const satisfies Field

/** Somebody new around a child. */
export const newPersonForm = form({ id: 'person', fields })

/** Somebody who is in the record already, and may be around the child no longer. */
export const personForm = form({ id: 'person', fields: { ...fields, still } })

type FieldsOf<F> = F extends Form<infer Fields> ? Fields : never

export type NewPersonValues = ValuesOf<FieldsOf<typeof newPersonForm>>

/** What the questions hold for a person as the record has them. */
export function personTyped(person: Person): Typed {
  return {
    name: person.name,
    relationship: person.relationship,
    'parental-responsibility': person.hasParentalResponsibility ? 'yes' : 'no',
    contact: person.mustNotBeContacted ? 'no' : 'yes',
    phone: person.phone,
    email: person.email,
    note: person.note,
    still: person.endedAt ? 'no' : 'yes',
  }
}

/** A person as the answers say. */
export function personFrom(values: NewPersonValues) {
  return {
    name: values.name,
    relationship: values.relationship.trim(),
    phone: values.phone,
    email: values.email,
    hasParentalResponsibility: values['parental-responsibility'] === 'yes',
    mustNotBeContacted: values.contact === 'no',
    note: values.note,
  }
}
