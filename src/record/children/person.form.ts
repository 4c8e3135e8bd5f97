import { type Field, type Form, form, type Typed, type ValuesOf, yesNo } from '../../engine/forms/index.ts'
import { personKinds } from './personKinds.ts'
import type { Person } from './personQueries.ts'

const kindOptions = [
  { value: 'parent', label: personKinds.parent.label },
  { value: 'carer', label: personKinds.carer.label },
  { value: 'sibling', label: personKinds.sibling.label },
  { value: 'family', label: personKinds.family.label },
  { value: 'friend', label: personKinds.friend.label },
  { value: 'professional', label: personKinds.professional.label },
  { value: 'other', label: personKinds.other.label },
] as const

const fields = {
  name: { kind: 'text', label: 'Name', required: 'Enter the name', isName: true, maxLength: 150 },
  kind: {
    kind: 'choice',
    label: 'Who is this?',
    required: 'Choose who this is',
    options: kindOptions,
  },
  organisation: {
    kind: 'text',
    label: 'Organisation',
    hint: 'Where they work, with the team',
    maxLength: 150,
    appliesWhen: { field: 'kind', is: ['professional'] },
  },
  relationship: {
    kind: 'text',
    label: 'What is this person to the child?',
    hint: 'For example mother, foster carer, social worker, best friend',
    required: 'Say who this is to the child',
    maxLength: 100,
    width: 'medium',
  },
  'lives-with-child': {
    kind: 'choice',
    label: 'Does this person live with the child?',
    options: yesNo,
  },
  'parental-responsibility': {
    kind: 'choice',
    label: 'Does this person have parental responsibility?',
    hint: 'A parent may have none, and somebody who is no parent may have it. Say no until it is known',
    required: 'Say whether this person has parental responsibility',
    options: yesNo,
  },
  contact: {
    kind: 'choice',
    label: 'May this person be contacted?',
    required: 'Say whether this person may be contacted',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, this person must not be contacted' },
    ],
  },
  'barred-reason': {
    kind: 'textarea',
    label: 'Why must this person not be contacted?',
    hint: 'Who decided it, since when, what could happen',
    appliesWhen: { field: 'contact', is: ['no'] },
    required: 'Say why this person must not be contacted',
    maxLength: 500,
    rows: 2,
  },
  phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
  email: { kind: 'email', label: 'Email address' },
  'best-way': {
    kind: 'text',
    label: 'Best way and time to reach them',
    hint: 'Like “text first, after 4pm, works nights”',
    maxLength: 200,
  },
  language: { kind: 'text', label: 'Preferred language', maxLength: 60, width: 'medium' },
  'needs-interpreter': { kind: 'choice', label: 'Is an interpreter needed?', options: yesNo },
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

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')

/** What the questions hold for a person as the record has them. */
export function personTyped(person: Person): Typed {
  return {
    name: person.name,
    kind: person.kind,
    organisation: person.organisation,
    relationship: person.relationship,
    'lives-with-child': yesOrNo(person.livesWithChild),
    'parental-responsibility': yesOrNo(person.hasParentalResponsibility),
    contact: yesOrNo(!person.mustNotBeContacted),
    'barred-reason': person.barredReason,
    phone: person.phone,
    email: person.email,
    'best-way': person.bestWay,
    language: person.language,
    'needs-interpreter': yesOrNo(person.needsInterpreter),
    note: person.note,
    still: yesOrNo(!person.endedAt),
  }
}

/** A person as the answers say. */
export function personFrom(values: NewPersonValues) {
  return {
    name: values.name,
    kind: values.kind,
    organisation: values.organisation,
    relationship: values.relationship.trim(),
    livesWithChild: values['lives-with-child'] === 'yes',
    hasParentalResponsibility: values['parental-responsibility'] === 'yes',
    mustNotBeContacted: values.contact === 'no',
    barredReason: values['barred-reason'] ?? '',
    phone: values.phone,
    email: values.email,
    bestWay: values['best-way'],
    language: values.language,
    needsInterpreter: values['needs-interpreter'] === 'yes',
    note: values.note,
  }
}
