import { feedbackForm } from '../../src/engine/feedback/index.ts'
import { faces } from './pieces/faces.ts'

const file = 'practice/milton-keynes/feedback.ts'
const source = 'The service’s own words; no form of the practice was read'

const yesABitNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'a-bit', label: 'A bit' },
  { value: 'no', label: 'No' },
] as const

/** In words for somebody of nine. */
export const childFeedback = feedbackForm({
  id: 'feedback-child',
  from: 'child',
  title: 'How was it for you?',
  intro: ['Tell us what you think.', 'You do not have to.', 'There are no wrong answers.'],
  thanks: 'Thank you. It helps us to get better.',
  fields: {
    feel: { kind: 'choice', as: 'faces', label: 'How was your time with us?', options: faces },
    listened: { kind: 'choice', label: 'Did we listen to you?', options: yesABitNo },
    fair: { kind: 'choice', label: 'Were we fair to you?', options: yesABitNo },
    helped: { kind: 'choice', label: 'Did it help you?', options: yesABitNo },
    best: { kind: 'textarea', label: 'What was good?', maxLength: 1_000, rows: 3 },
    better: { kind: 'textarea', label: 'What should we do better?', maxLength: 1_000, rows: 3 },
  },
  help: {
    title: 'Help me now',
    lines: [
      'Are you in danger? Call 999.',
      'Do you want to talk to somebody? Call Childline: 0800\u00a01111. It is free. You can call at any time.',
    ],
    source: 'Childline, a service of the NSPCC: www.childline.org.uk; not checked by the service',
  },
  complain: {
    title: 'I am not happy with you',
    lines: [
      'You can say so. You will not get into trouble.',
      'Tell your worker. Or ask to talk to their boss.',
      'Somebody can help you to say it. Ask your family or a teacher.',
      'You can ask for an advocate too. That is a person who is on your side.',
    ],
    source,
  },
  source,
  file,
  unverified: true,
})

export const parentFeedback = feedbackForm({
  id: 'feedback-parent',
  from: 'parent',
  title: 'How was it for you and your family?',
  intro: [
    'Tell us what you think of our work with your child.',
    'You do not have to, and nothing hangs on it.',
  ],
  thanks: 'Thank you. What you say is read, and helps us to get better.',
  fields: {
    feel: { kind: 'choice', as: 'faces', label: 'How was it, on the whole?', options: faces },
    listened: { kind: 'choice', label: 'Were you listened to?', options: yesABitNo },
    informed: {
      kind: 'choice',
      label: 'Did you know what was going to happen, and why?',
      options: yesABitNo,
    },
    helped: { kind: 'choice', label: 'Did it help your child?', options: yesABitNo },
    best: { kind: 'textarea', label: 'What was good?', maxLength: 2_000, rows: 4 },
    better: { kind: 'textarea', label: 'What should we do better?', maxLength: 2_000, rows: 4 },
  },
  help: {
    title: 'Help now',
    lines: ['Is anybody in danger? Call 999.'],
    source: 'The emergency number of the United Kingdom',
  },
  complain: {
    title: 'How to complain',
    lines: [
      'You can complain, and nothing will be held against you or your child.',
      'Tell the worker, or ask to talk to their manager.',
      'You can also complain to the council.',
    ],
    source,
  },
  source,
  file,
  unverified: true,
})

export const referrerFeedback = feedbackForm({
  id: 'feedback-referrer',
  from: 'referrer',
  title: 'How was it to work with us?',
  intro: [
    'You referred a child to us. Tell us how it went for you.',
    'Please do not write the child’s name, or anything by which they could be known.',
  ],
  thanks: 'Thank you. What you say is read, and helps us to get better.',
  fields: {
    easy: { kind: 'choice', label: 'Was it easy to refer?', options: yesABitNo },
    told: {
      kind: 'choice',
      label: 'Were you told what became of it, as much as you may know?',
      options: yesABitNo,
    },
    again: { kind: 'choice', label: 'Would you refer to us again?', options: yesABitNo },
    better: { kind: 'textarea', label: 'What should we do better?', maxLength: 2_000, rows: 4 },
  },
  namesService: true,
  source,
  file,
  unverified: true,
})
