import { type Field, type Typed, yesNo } from '../../engine/forms/index.ts'
import { tellingInName, tellingWords } from './saysWho.ts'
import { type AgeGroup, ageGroups, type Victim } from './victim.ts'
import type { VictimSaid } from './victimQueries.ts'

/** What is wrong with what the plan is to call them: nothing where it does not say who they are. */
export function faultsOfName(said: VictimSaid): { field: string; message: string }[] {
  const telling = tellingInName(said)
  const message = telling && tellingWords(telling, 'use words that do not say who they are')
  return message === undefined ? [] : [{ field: 'known-as', message }]
}

/** Who was harmed, and how they are reached without harm. */
export const whoFields = {
  kind: {
    kind: 'choice',
    label: 'Who was harmed?',
    required: 'Choose who was harmed',
    options: [
      { value: 'person', label: 'A person' },
      { value: 'organisation', label: 'A shop, a school or another organisation' },
    ],
  },
  name: { kind: 'text', label: 'Name', isName: true, required: 'Write down the name', maxLength: 200 },
  'known-as': {
    kind: 'text',
    label: 'What may the child’s plan call them?',
    hint: 'Words that do not say who they are, like “the shop” or “the first boy”',
    required: 'Say what the child’s plan may call them',
    maxLength: 60,
  },
  age: {
    kind: 'choice',
    label: 'How old are they?',
    appliesWhen: { field: 'kind', is: ['person'] },
    options: (Object.keys(ageGroups) as AgeGroup[])
      .filter(each => each !== '')
      .map(value => ({ value, label: ageGroups[value] })),
  },
  phone: { kind: 'text', label: 'Telephone', inputmode: 'tel', maxLength: 40, width: 'medium' },
  email: { kind: 'email', label: 'E-mail address' },
  address: { kind: 'textarea', label: 'Address', maxLength: 300, rows: 3 },
  language: { kind: 'text', label: 'Language, if not English', maxLength: 100, width: 'medium' },
  needs: {
    kind: 'textarea',
    label: 'What do they need so that they can take part?',
    hint: 'Like an interpreter, large print, somebody with them',
    maxLength: 1_000,
    rows: 2,
  },
  'safe-contact': {
    kind: 'textarea',
    label: 'How may they be contacted safely?',
    hint: 'Like “text first; not in the evening; his mother answers”',
    maxLength: 1_000,
    rows: 2,
  },
  safety: {
    kind: 'textarea',
    label: 'Is there anything about their safety that we must know first?',
    maxLength: 2_000,
    rows: 3,
  },
  reference: { kind: 'text', label: 'Reference of the police', maxLength: 60, width: 'medium' },
} as const satisfies Readonly<Record<string, Field>>

type WhoValues = {
  kind: 'person' | 'organisation'
  name: string
  'known-as': string
  age: string | undefined
  phone: string
  email: string
  address: string
  language: string
  needs: string
  'safe-contact': string
  safety: string
  reference: string
}

/** What was typed, as the record keeps it. */
export const whoSaid = (values: WhoValues): VictimSaid => ({
  kind: values.kind,
  name: values.name,
  knownAs: values['known-as'],
  ageGroup: values.age === 'child' || values.age === 'adult' ? values.age : '',
  phone: values.phone,
  email: values.email,
  address: values.address,
  language: values.language,
  needs: values.needs,
  safeContact: values['safe-contact'],
  policeReference: values.reference,
  safety: values.safety,
})

/** The record as the boxes of the form hold it. */
export const whoTyped = (it: Victim): Typed => ({
  kind: it.kind,
  name: it.name,
  'known-as': it.knownAs,
  age: it.ageGroup,
  phone: it.phone,
  email: it.email,
  address: it.address,
  language: it.language,
  needs: it.needs,
  'safe-contact': it.safeContact,
  safety: it.safety,
  reference: it.policeReference,
})

/** Whether they agreed to be contacted, as the police or they themselves said. */
export const agreesField = {
  kind: 'choice',
  label: 'Do they agree that this service contacts them?',
  required: 'Say whether they agree',
  options: [...yesNo, { value: 'not-asked', label: 'Nobody has asked them yet' }],
} as const satisfies Field
