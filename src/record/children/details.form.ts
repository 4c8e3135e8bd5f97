import {
  type Field,
  type Form,
  form,
  type Typed,
  typedDate,
  type ValuesOf,
  yesNo,
} from '../../engine/forms/index.ts'
import type { Child, Disability } from './child.ts'
import { codeOptions, listCaution } from './codes.ts'

/** The answers to whether a child has a disability, in words. */
export const disabilityWords: Readonly<Record<Exclude<Disability, ''>, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-asked': 'Not asked yet',
  'would-not-say': 'They would rather not say',
}

const disabilityFields = {
  disability: {
    kind: 'choice',
    label: 'Does the child have a disability or a long-term condition, as the child or the family see it?',
    options: [
      { value: 'yes', label: disabilityWords.yes },
      { value: 'no', label: disabilityWords.no },
      { value: 'not-asked', label: disabilityWords['not-asked'] },
      { value: 'would-not-say', label: disabilityWords['would-not-say'] },
    ],
  },
  'disability-words': {
    kind: 'textarea',
    label: 'What do they call it?',
    hint: 'In their own words. Read only by those who may read of health',
    appliesWhen: { field: 'disability', is: ['yes'] },
    maxLength: 1_000,
    rows: 3,
  },
} as const satisfies Record<string, Field>

/** Who a child is and how to talk with the child. Where the child lives and learns has a history of its own. */
export function detailsForm(
  child: Pick<Child, 'sex' | 'ethnicity'>,
  today: Temporal.PlainDate,
  { maySeeHealth }: { maySeeHealth: boolean },
) {
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
      'interpreter-note': {
        kind: 'text',
        label: 'What interpreter, and for whom?',
        hint: 'Language, dialect or signs; for the child or for a parent; whether a man or a woman',
        maxLength: 200,
        appliesWhen: { field: 'needs-interpreter', is: ['yes'] },
      },
      religion: {
        kind: 'text',
        label: 'Religion or belief, as the child describes it',
        hint: 'What matters for the work: prayers, food, holy days',
        maxLength: 200,
      },
      ...(maySeeHealth ? disabilityFields : {}),
      'what-helps': {
        kind: 'textarea',
        label: 'What helps this child to take part?',
        hint: 'Everybody who may open the record reads this: write what to do, not why. Like a quiet room, large print, step-free',
        maxLength: 1_000,
        rows: 3,
      },
      'how-to-talk': {
        kind: 'textarea',
        label: 'How to talk with this child',
        hint: 'What helps the child to understand and be understood, like short sentences or drawings',
        maxLength: 2_000,
        rows: 4,
      },
      phone: { kind: 'text', label: 'Phone', maxLength: 30, inputmode: 'tel', width: 'medium' },
    },
  })
}

type DetailsFields = ReturnType<typeof detailsForm> extends Form<infer F> ? F : never

/** What was answered; the questions about disability are asked only of those who may read of health. */
export type DetailsValues = ValuesOf<Omit<DetailsFields, keyof typeof disabilityFields>> &
  Partial<ValuesOf<typeof disabilityFields>>

/** What the questions hold for a child as the record has it. */
export function detailsTyped(child: Child, maySeeHealth: boolean): Typed {
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
    'needs-interpreter': child.needsInterpreter === null ? '' : child.needsInterpreter ? 'yes' : 'no',
    'interpreter-note': child.interpreterNote,
    religion: child.religion,
    ...(maySeeHealth ? { disability: child.disability, 'disability-words': child.disabilityWords } : {}),
    'what-helps': child.whatHelps,
    'how-to-talk': child.howToTalk,
    phone: child.phone,
  }
}
