import { type Form, form, type Typed, typedDate, type ValuesOf, yesNo } from '../../engine/forms/index.ts'
import type { Child } from './child.ts'
import { codeOptions, listCaution } from './codes.ts'

/** Who a child is, how to talk with the child, and where to find the child. */
export function detailsForm(child: Pick<Child, 'sex' | 'ethnicity'>, today: Temporal.PlainDate) {
  const sexCaution = listCaution('sex')
  return form({
    id: 'child-details',
    fields: {
      'given-name': {
        kind: 'text',
        label: 'First name',
        hint: 'Put a mistake right here. Where the child has taken another name, record a change of name instead: the former one is then still found.',
        isName: true,
        maxLength: 100,
      },
      'family-name': { kind: 'text', label: 'Family name', isName: true, maxLength: 100 },
      'known-as': {
        kind: 'text',
        label: 'Known as',
        hint: 'The name the child wants to be called by, if it is another',
        isName: true,
        maxLength: 100,
      },
      'said-as': {
        kind: 'text',
        label: 'How the name is said',
        hint: 'Written as it sounds, like “SHIV-awn”',
        maxLength: 100,
        width: 'medium',
      },
      pronouns: { kind: 'text', label: 'Pronouns', maxLength: 40, width: 'short' },
      'birth-date-basis': {
        kind: 'choice',
        label: 'Date of birth',
        required: 'Say how sure the date of birth is',
        options: [
          { value: 'known', label: 'Known' },
          { value: 'estimated', label: 'Estimated' },
          { value: 'unknown', label: 'Not known' },
        ],
      },
      'birth-date': {
        kind: 'date',
        known: true,
        label: 'The day',
        appliesWhen: { field: 'birth-date-basis', is: ['known', 'estimated'] },
        required: 'Enter the date of birth, or say that it is not known',
        notAfterToday: 'The date of birth cannot be in the future',
        earliest: { date: '1990-01-01', message: 'The year of birth must be 1990 or later' },
      },
      sex: {
        kind: 'choice',
        label: 'Sex',
        ...(sexCaution === undefined ? {} : { hint: sexCaution }),
        as: 'select',
        options: codeOptions('sex', today, child.sex),
      },
      ethnicity: {
        kind: 'choice',
        label: 'Ethnicity, as the child describes it',
        as: 'select',
        options: codeOptions('ethnicity', today, child.ethnicity),
      },
      language: { kind: 'text', label: 'First language', maxLength: 60, width: 'medium' },
      'needs-interpreter': { kind: 'choice', label: 'Is an interpreter needed?', options: yesNo },
      'how-to-talk': {
        kind: 'textarea',
        label: 'How to talk with this child',
        hint: 'What helps the child to understand and be understood, like short sentences or drawings',
        maxLength: 2_000,
        rows: 4,
      },
      'fixed-address': {
        kind: 'choice',
        label: 'Has the child a fixed address?',
        required: 'Say whether the child has a fixed address',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: 'Write below where the child can be found, if that is known' },
        ],
      },
      address: { kind: 'textarea', label: 'Address', maxLength: 300, rows: 3 },
      postcode: {
        kind: 'text',
        label: 'Postcode',
        maxLength: 10,
        width: 'short',
        pattern: {
          test: /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i,
          message: 'Enter a full postcode, like MK9 3AA, or leave it empty',
        },
      },
      phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
      school: { kind: 'text', label: 'School, college or work', maxLength: 150 },
    },
  })
}

type DetailsFields = ReturnType<typeof detailsForm> extends Form<infer F> ? F : never

export type DetailsValues = ValuesOf<DetailsFields>

/** What the questions hold for a child as the record has it. */
export function detailsTyped(child: Child): Typed {
  return {
    'given-name': child.givenName,
    'family-name': child.familyName,
    'known-as': child.knownAs,
    'said-as': child.saidAs,
    pronouns: child.pronouns,
    'birth-date-basis': child.birthDateBasis,
    'birth-date': typedDate(child.birthDate),
    sex: child.sex,
    ethnicity: child.ethnicity,
    language: child.language,
    'needs-interpreter': child.needsInterpreter ? 'yes' : 'no',
    'how-to-talk': child.howToTalk,
    'fixed-address': child.hasNoFixedAddress ? 'no' : 'yes',
    address: child.address,
    postcode: child.postcode,
    phone: child.phone,
    school: child.school,
  }
}
