import { caseWorkers, childAndFamily, waysOfContact } from './people.ts'

/** To whom help was offered, how, and what was done so that they understood. */
export const offered = {
  'offered-to': {
    kind: 'choices',
    label: 'To whom was it offered?',
    required: 'Choose to whom it was offered',
    options: childAndFamily,
  },
  how: {
    kind: 'choices',
    label: 'How?',
    required: 'Choose how it was offered',
    options: waysOfContact,
  },
  offered: {
    kind: 'textarea',
    label: 'What was offered?',
    required: 'Say what was offered',
    maxLength: 2_000,
  },
  'made-clear': {
    kind: 'textarea',
    label: 'What was done to make it easy to understand?',
    hint: 'For example an interpreter, pictures, short sentences, a second conversation.',
    maxLength: 2_000,
  },
  'answer-by': { kind: 'date', label: 'By when would we like an answer?' },
} as const

/** Where it is used, `from` says in which stages. */
export const tryAgain = {
  title: 'Record another attempt to reach them',
  done: 'Another attempt to reach the family',
  to: 'stay',
  by: caseWorkers,
  fields: {
    how: { kind: 'choices', label: 'How?', required: 'Choose how you tried', options: waysOfContact },
    happened: {
      kind: 'textarea',
      label: 'What happened?',
      required: 'Say what happened',
      maxLength: 2_000,
    },
  },
} as const

/** What a child who says yes hopes for, and what they agree to. */
export const saidYes = {
  'accepted-by': {
    kind: 'choices',
    label: 'Who said yes?',
    required: 'Choose who said yes',
    options: childAndFamily,
  },
  hopes: {
    kind: 'textarea',
    label: 'What would the child like to get out of it?',
    hint: 'In the child’s own words.',
    required: 'Write what the child would like, or that they did not say',
    maxLength: 2_000,
  },
  sharing: {
    kind: 'choice',
    label: 'May we talk with other services about the child?',
    required: 'Choose what the child and the family have agreed',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'some', label: 'With some', needsReason: 'Say with whom we may talk' },
      { value: 'no', label: 'No' },
    ],
  },
  'best-times': {
    kind: 'textarea',
    label: 'When and where suits the child?',
    hint: 'School, work, prayers, places the child does not feel safe.',
    maxLength: 2_000,
  },
} as const

export const declinedBy = {
  kind: 'choices',
  label: 'Who said no?',
  required: 'Choose who said no',
  options: childAndFamily,
} as const

/** Reasons for saying no that every programme hears; what only one hears stands among them there. */
export const whyDeclined = {
  first: [
    { value: 'no-need', label: 'They see no need' },
    { value: 'has-help', label: 'They have help already' },
    { value: 'time-or-place', label: 'The time or the place does not suit' },
    { value: 'label', label: 'They do not want to be seen with a youth justice service' },
  ],
  last: [
    { value: 'bad-experience', label: 'An earlier experience with services was bad' },
    { value: 'parent-objects', label: 'A parent or carer does not want it' },
    { value: 'would-not-say', label: 'They would rather not say' },
    { value: 'other', label: 'Something else', needsReason: 'Say what else it is' },
  ],
} as const

export const inTheirWords = {
  kind: 'textarea',
  label: 'What did they say?',
  hint: 'In their own words.',
  maxLength: 2_000,
} as const

/** What somebody who says no is left with. */
export const afterNo = {
  'signposted-to': {
    kind: 'textarea',
    label: 'What other help were they told about?',
    maxLength: 2_000,
  },
  'ask-again': {
    kind: 'choice',
    label: 'May we ask again later?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
} as const

/** Not being reached is no refusal. Where it is used, `from` and `to` say where it stands. */
export const notReached = {
  title: 'Record that they could not be reached',
  done: 'Could not be reached',
  hint: 'Not being reached is not a refusal, and is counted apart.',
  by: caseWorkers,
  fields: {
    attempts: {
      kind: 'number',
      label: 'How many times did we try?',
      required: 'Enter how many times we tried',
      min: 1,
      max: 99,
    },
    how: { kind: 'choices', label: 'How?', required: 'Choose how we tried', options: waysOfContact },
    'asked-others': {
      kind: 'textarea',
      label: 'Who was asked to help us reach them?',
      hint: 'For example the school, or a social worker.',
      required: 'Say who was asked, or why nobody was',
      maxLength: 2_000,
    },
  },
} as const
