import { beforeContact } from './pieces/beforeContact.ts'

/**
 * What whoever refers a child says of the child, strengths first. Asked in the referral form and kept with the step that
 * opens the case, so that the screening begins with what is known. The worries are those for which the programme is
 * there: Youth Justice Plan 2022/23, paragraphs 83 and 84.
 */
export const referralQuestions = {
  'strengths-seen': {
    kind: 'textarea',
    label: 'What is going well for the child, as the referrer sees it?',
    hint: 'What they are good at, what they like, who stands by them.',
    required: 'Say what is going well for the child, or that the referrer did not say',
    maxLength: 5_000,
  },
  'worried-about': {
    kind: 'choices',
    label: 'What is the referrer worried about?',
    hint: 'Choose all that are named.',
    required: 'Choose what the referrer is worried about',
    options: [
      { value: 'behaviour', label: 'Behaviour that could lead to an offence' },
      { value: 'exploitation', label: 'Somebody may be exploiting the child' },
      { value: 'missing', label: 'The child goes missing' },
      { value: 'weapons', label: 'The child may carry a weapon, or be harmed with one' },
      { value: 'school', label: 'The child may be excluded, or moved to alternative education' },
      { value: 'extremism', label: 'The child may be drawn into extremism' },
      { value: 'other', label: 'Something else', needsReason: 'Say what else it is' },
    ],
  },
  'what-happened': {
    kind: 'textarea',
    label: 'What has been seen or heard?',
    hint: 'What happened, when, and who saw it. No labels.',
    required: 'Say what has been seen or heard',
    maxLength: 10_000,
  },
  'helping-already': {
    kind: 'textarea',
    label: 'Who is helping the child and the family already?',
    maxLength: 2_000,
  },
  'child-knows': {
    kind: 'choice',
    label: 'Do the child and the family know of this referral?',
    required: 'Say whether the child and the family know of the referral',
    options: [
      { value: 'both', label: 'Yes, both' },
      {
        value: 'child',
        label: 'Only the child',
        raisesAlert: { kind: 'before-contact', says: 'The family does not know of the referral' },
      },
      {
        value: 'family',
        label: 'Only the family',
        raisesAlert: { kind: 'before-contact', says: 'The child does not know of the referral' },
      },
      {
        value: 'no',
        label: 'No',
        needsReason: 'Say why they have not been told',
        raisesAlert: { kind: 'before-contact', says: 'Child and family do not know of the referral' },
      },
    ],
  },
  'child-wants': {
    kind: 'textarea',
    label: 'What would the child like?',
    hint: 'In the child’s own words, if they were asked.',
    maxLength: 2_000,
  },
  'before-contact': beforeContact,
} as const
