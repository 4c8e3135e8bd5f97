import {
  type Form,
  form,
  type Option,
  type Typed,
  typedDate,
  type ValuesOf,
  yesNo,
} from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { codeLabel } from '../children/index.ts'
import { type Agreement, type Basis, bases, parties } from './agreement.ts'
import type { AgreementSaid } from './sharingQueries.ts'

/** What must be said of the words for the bases, where they were not read at their source. */
function basisCaution(): { hint?: string } {
  const isUnread = findCodeList(practiceInUse(), 'sharing-basis')?.unverified === true
  return isUnread
    ? {
        hint: 'These words have not been checked against their source. Ask whoever looks after data protection if you are not sure.',
      }
    : {}
}

const health = {
  kind: 'choice',
  label: 'Is any of it about health?',
  hint: 'Then its words are shown only to those who may read of health',
  required: 'Say whether any of it is about health',
  options: yesNo,
} as const

const basisOption = (basis: Basis, on: Temporal.PlainDate): Option<Basis> => ({
  value: basis,
  label: codeLabel('sharing-basis', basis, on),
})

/** What may be shared, with whom, on what basis, how long. */
export function agreementForm(today: Temporal.PlainDate) {
  return form({
    id: 'sharing-agreement',
    fields: {
      what: {
        kind: 'textarea',
        label: 'What may be shared?',
        hint: 'Like “how school is going, and when we meet”. Not everything: what is needed',
        required: 'Say what may be shared',
        maxLength: 1_000,
        rows: 3,
      },
      health,
      'with-whom': {
        kind: 'text',
        label: 'With whom?',
        hint: 'The person or the organisation, like “Brookfield School, his form tutor”',
        required: 'Say with whom it may be shared',
        maxLength: 200,
      },
      basis: {
        kind: 'choice',
        label: 'On what basis?',
        ...basisCaution(),
        required: 'Choose on what basis it may be shared',
        options: bases.map(basis => basisOption(basis, today)),
      },
      'agreed-by': {
        kind: 'choices',
        label: 'Who agreed?',
        appliesWhen: { field: 'basis', is: ['consent'] },
        required: 'Choose who agreed',
        options: [
          { value: 'child', label: 'The child' },
          { value: 'parent', label: 'A parent or carer' },
        ],
      },
      'how-asked': {
        kind: 'textarea',
        label: 'How were they asked so that they understood?',
        hint: 'In which words, with drawings or an interpreter, and what they said back',
        appliesWhen: { field: 'basis', is: ['consent'] },
        required: 'Say how they were asked so that they understood',
        maxLength: 1_000,
        rows: 3,
      },
      reason: {
        kind: 'textarea',
        label: 'Why may it be shared without consent?',
        hint: 'Which duty, or whose life is in danger, and whether the child and the family were told',
        appliesWhen: { field: 'basis', is: ['public-task', 'legal-obligation', 'vital-interests'] },
        required: 'Say why it may be shared without consent',
        maxLength: 1_000,
        rows: 3,
      },
      from: {
        kind: 'date',
        label: 'From which day?',
        required: 'Enter the first day',
        earliest: { date: '1990-01-01', message: 'The first day must be after 1 January 1990' },
      },
      until: {
        kind: 'date',
        label: 'Until which day?',
        hint: 'Leave it empty if it holds until somebody withdraws it',
        notBefore: { field: 'from', message: 'The last day must not be before the first' },
      },
    },
  })
}

type FieldsOf<F> = F extends Form<infer Fields> ? Fields : never
export type AgreementValues = ValuesOf<FieldsOf<ReturnType<typeof agreementForm>>>

/** What the questions hold for an agreement as the record has it. */
export function agreementTyped(it: Agreement): Typed {
  return {
    what: it.what ?? '',
    health: it.hasHealth ? 'yes' : 'no',
    'with-whom': it.withWhom,
    basis: it.basis,
    'agreed-by': it.agreedBy,
    'how-asked': it.howAsked ?? '',
    reason: it.reason ?? '',
    from: typedDate(it.from),
    until: typedDate(it.until),
  }
}

/** An agreement as the answers say. */
export function agreementFrom(values: AgreementValues): AgreementSaid {
  return {
    what: values.what,
    hasHealth: values.health === 'yes',
    withWhom: values['with-whom'],
    basis: values.basis,
    reason: values.reason ?? '',
    agreedBy: values['agreed-by'] ?? [],
    howAsked: values['how-asked'] ?? '',
    from: values.from,
    until: values.until ?? null,
  }
}

/** Who ends an agreement, and since when. */
export const withdrawForm = form({
  id: 'withdraw-agreement',
  fields: {
    on: {
      kind: 'date',
      label: 'From which day on may it no longer be shared?',
      required: 'Enter the day',
      notAfterToday: 'The day cannot be in the future',
    },
    by: {
      kind: 'choice',
      label: 'Who ends it?',
      required: 'Choose who ends it',
      options: Object.entries(parties).map(([value, label]) => ({ value, label })),
    },
    why: { kind: 'textarea', label: 'What did they say?', maxLength: 1_000, rows: 3 },
  },
})

/** Chosen where something was shared without an agreement. */
export const withoutAgreement = 'none'

const ways = [
  'By phone',
  'By e-mail',
  'By letter',
  'In a meeting',
  'In a system that we share',
  'Face to face',
]

/** What was shared, with whom, how, when, and what allows it. */
export function sharedForm(agreements: readonly Agreement[], today: Temporal.PlainDate) {
  return form({
    id: 'information-shared',
    fields: {
      what: {
        kind: 'textarea',
        label: 'What was shared?',
        required: 'Say what was shared',
        maxLength: 2_000,
        rows: 3,
      },
      health,
      'with-whom': {
        kind: 'text',
        label: 'With whom?',
        hint: 'The person and where they work',
        required: 'Say with whom it was shared',
        maxLength: 200,
      },
      way: {
        kind: 'choice',
        label: 'How?',
        required: 'Choose how it was shared',
        options: ways.map(way => ({ value: way, label: way })),
      },
      day: {
        kind: 'date',
        label: 'On which day?',
        required: 'Enter the day on which it was shared',
        notAfterToday: 'It cannot have been shared in the future',
        earliest: { date: '1990-01-01', message: 'The day must be after 1 January 1990' },
      },
      time: { kind: 'time', label: 'At what time?' },
      agreement: {
        kind: 'choice',
        label: 'What allows it?',
        required: 'Choose what allows it',
        options: [
          ...agreements.map(it => ({
            value: it.agreementId,
            label: `${it.what ?? 'Health information'}, with ${it.withWhom}`,
            hint: codeLabel('sharing-basis', it.basis, today),
          })),
          { value: withoutAgreement, label: 'No agreement: another basis' },
        ],
      },
      basis: {
        kind: 'choice',
        label: 'On what basis?',
        ...basisCaution(),
        appliesWhen: { field: 'agreement', is: [withoutAgreement] },
        required: 'Choose on what basis it was shared',
        options: bases.filter(basis => basis !== 'consent').map(basis => basisOption(basis, today)),
      },
      reason: {
        kind: 'textarea',
        label: 'Why was it shared without an agreement?',
        hint: 'What would have happened otherwise, and whether the child and the family know',
        appliesWhen: { field: 'agreement', is: [withoutAgreement] },
        required: 'Say why it was shared without an agreement',
        maxLength: 1_000,
        rows: 3,
      },
    },
  })
}
