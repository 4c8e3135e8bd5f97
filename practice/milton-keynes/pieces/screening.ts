/** Who or what was asked for the first picture of a child, beside whoever sent the child. */
export const askedOf = {
  kind: 'choices',
  label: 'Who or what was asked?',
  required: 'Choose everyone who was asked',
  options: [
    { value: 'child', label: 'The child' },
    { value: 'parent', label: 'A parent or carer' },
    { value: 'school', label: 'School or college' },
    { value: 'social-care', label: 'Children’s social care' },
    { value: 'exploitation-hub', label: 'Missing and exploitation hub' },
    { value: 'health', label: 'Health' },
    { value: 'police', label: 'Police' },
    { value: 'own-records', label: 'Our own records' },
  ],
} as const

export const sharedWithHub = {
  kind: 'date',
  label: 'When was this shared with the missing and exploitation hub?',
  required: 'Enter the day it was shared with the hub',
  notAfterToday: 'The day it was shared cannot be in the future',
} as const

/** The first picture of a child: strengths before worries, then what must be known at once. */
export const firstPicture = {
  strengths: {
    kind: 'textarea',
    label: 'What is going well for this child?',
    hint: 'What they are good at, what they like, who stands by them.',
    required: 'Say what is going well for this child',
    maxLength: 10_000,
  },
  worries: {
    kind: 'textarea',
    label: 'What are people worried about?',
    hint: 'Say who is worried, and about what. Write “nothing” if nobody is.',
    required: 'Say what people are worried about, or that nobody is',
    maxLength: 10_000,
  },
  communication: {
    kind: 'choice',
    label: 'Could the child have speech, language or communication needs?',
    hint: 'Say no only when a therapist has found none.',
    required: 'Say whether the child could have communication needs',
    options: [
      { value: 'known', label: 'Yes, and they are known' },
      { value: 'to-be-assessed', label: 'Perhaps: to be assessed' },
      { value: 'none', label: 'No, a therapist has found none', needsReason: 'Say when and by whom' },
    ],
  },
  exploitation: {
    kind: 'choice',
    label: 'What does the exploitation screening show?',
    required: 'Choose what the exploitation screening shows',
    options: [
      { value: 'no-sign', label: 'No sign of exploitation' },
      { value: 'vulnerable', label: 'Vulnerable to exploitation' },
      {
        value: 'targeted',
        label: 'Targeted or groomed',
        raisesAlert: {
          kind: 'exploitation',
          says: 'The screening shows that the child is targeted or groomed',
        },
      },
      {
        value: 'exploited',
        label: 'Exploited',
        raisesAlert: { kind: 'exploitation', says: 'The screening shows that the child is exploited' },
      },
    ],
  },
  'shared-with-hub': {
    ...sharedWithHub,
    appliesWhen: { field: 'exploitation', is: ['vulnerable', 'targeted', 'exploited'] },
  },
  'danger-now': {
    kind: 'choice',
    label: 'Is anybody in danger now?',
    hint: 'The child, or anybody else.',
    required: 'Say whether anybody is in danger now',
    options: [
      { value: 'no', label: 'No' },
      {
        value: 'yes',
        label: 'Yes',
        hint: 'An alert is raised, for everybody who opens this record.',
        needsReason: 'Say who is in danger, and what has been done about it',
        raisesAlert: { kind: 'danger' },
      },
    ],
  },
} as const
