import { byAnswer, endByAnswer } from '../../src/engine/pathways/index.ts'

const workers = ['officer', 'senior', 'manager', 'speech-therapist', 'health-worker'] as const

const completed = [
  { value: 'completed', label: 'The work was completed' },
  { value: 'completed-in-part', label: 'Part of the work was completed' },
] as const

const stopped = [
  { value: 'moved-away', label: 'The child moved away', needsReason: 'Say where to, and who was told' },
  {
    value: 'further-offence',
    label: 'The child is on another pathway after a further offence',
    needsReason: 'Say which pathway',
  },
  { value: 'other-service', label: 'Another service has taken over', needsReason: 'Say which service' },
] as const

/** How a case ends once help has been accepted or is no longer called for. */
export const endingSteps = {
  end: {
    title: 'End the work',
    done: 'Work ended',
    from: ['active'],
    to: endByAnswer('outcome', [
      'completed',
      'completed-in-part',
      'stopped-coming',
      'moved-away',
      'further-offence',
      'other-service',
    ]),
    by: workers,
    fields: {
      outcome: {
        kind: 'choice',
        label: 'How did the case end?',
        required: 'Choose how the case ended',
        options: [
          ...completed,
          {
            value: 'stopped-coming',
            label: 'The child stopped taking part',
            needsReason: 'Say what was tried, and what the child says',
          },
          ...stopped,
        ],
      },
      achieved: {
        kind: 'textarea',
        label: 'What did the child achieve?',
        hint: 'Against the goals in the plan, and anything else to be proud of.',
        required: 'Say what the child achieved',
        maxLength: 5_000,
      },
      'child-says': {
        kind: 'textarea',
        label: 'What does the child say about the work?',
        hint: 'In the child’s own words.',
        required: 'Write what the child says, or that they did not want to say',
        maxLength: 2_000,
      },
      repaired: {
        kind: 'choice',
        label: 'Was something done to put things right?',
        required: 'Choose whether something was done to put things right',
        options: [
          { value: 'with-victim', label: 'Yes, with or for the victim' },
          { value: 'community', label: 'Yes, for the community' },
          { value: 'not-wanted', label: 'No, the victim did not want it' },
          { value: 'no-victim', label: 'No, there was no victim' },
          { value: 'no', label: 'No', needsReason: 'Say why not' },
        ],
      },
      'safe-now': {
        kind: 'textarea',
        label: 'How safe and well is the child now?',
        required: 'Say how safe and well the child is now',
        maxLength: 5_000,
      },
      'next-help': {
        kind: 'textarea',
        label: 'Who helps the child from here?',
        hint: 'The exit plan: people, places and services, and that they know.',
        required: 'Say who helps the child from here, or that nobody needs to',
        maxLength: 5_000,
      },
    },
  },

  close: {
    title: 'Close before the work starts',
    done: 'Closed before the work started',
    from: ['notified', 'screened', 'decided', 'offered', 'accepted', 'allocated'],
    to: endByAnswer('outcome', ['moved-away', 'further-offence', 'other-service', 'recorded-in-error']),
    by: ['senior', 'manager'],
    fields: {
      outcome: {
        kind: 'choice',
        label: 'How did the case end?',
        required: 'Choose how the case ended',
        options: [
          ...stopped,
          {
            value: 'recorded-in-error',
            label: 'It was recorded in error',
            needsReason: 'Say what the error was',
          },
        ],
      },
      'family-told': {
        kind: 'textarea',
        label: 'How were the child and the family told?',
        required: 'Say how they were told, or why they were not',
        maxLength: 2_000,
      },
    },
  },

  reopen: {
    title: 'Open the case again',
    done: 'Case opened again',
    hint: 'When the child changes their mind, or the ending was recorded by mistake.',
    from: ['ended'],
    to: byAnswer('reopened-to', { 'where-it-stood': 'back', 'decide-anew': 'screened' }),
    by: ['senior', 'manager'],
    fields: {
      'reopened-to': {
        kind: 'choice',
        label: 'Where does the case go?',
        required: 'Say where the case goes',
        options: [
          {
            value: 'decide-anew',
            label: 'It is decided on anew',
            hint: 'The child or the family have changed their mind, or something has happened.',
          },
          {
            value: 'where-it-stood',
            label: 'Back to where it stood before it ended',
            hint: 'The ending was recorded by mistake.',
          },
        ],
      },
      'why-reopened': {
        kind: 'textarea',
        label: 'Why is it opened again?',
        required: 'Say why it is opened again',
        maxLength: 2_000,
      },
    },
  },
} as const
