/**
 * What the police say of the offence, and the step that opens the case keeps. After serious violence, sexual and weapon offences a full
 * assessment is made (Youth Justice Plan 2022/23); after everything else a screening.
 */
export const aboutTheOffence = {
  'offence-kind': {
    kind: 'choice',
    label: 'What kind of offence is it?',
    hint: 'After serious violence, a sexual offence or one with a weapon a full assessment is made before the decision.',
    required: 'Choose the kind of offence',
    options: [
      { value: 'serious-violence', label: 'Serious violence' },
      { value: 'sexual', label: 'A sexual offence' },
      { value: 'weapon', label: 'A weapon, a knife or another blade' },
      { value: 'other', label: 'Another offence' },
    ],
  },
  admitted: {
    kind: 'choice',
    label: 'Has the child said that they did it?',
    required: 'Choose what the child has said',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'accepts', label: 'They accept responsibility' },
      { value: 'no', label: 'No' },
      { value: 'no-comment', label: 'They made no comment, or were not asked' },
    ],
  },
  'bail-date': {
    kind: 'date',
    label: 'On which day was the child bailed?',
    hint: 'The police are told within 15 working days from then. Leave it empty if the child was not bailed, or it is not known.',
    notAfterToday: 'The day of the bail cannot be in the future',
  },
  'victim-consent': {
    kind: 'choice',
    label: 'Has the victim agreed that we may get in touch?',
    hint: 'If the police have not asked, ask them to.',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not-asked', label: 'The police have not asked' },
      { value: 'no-victim', label: 'There is no victim' },
    ],
    saysHarmed: ['yes', 'no', 'not-asked'],
  },
} as const
