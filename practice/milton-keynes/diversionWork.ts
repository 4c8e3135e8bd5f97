import { dayKey } from '../../src/engine/pathways/index.ts'

/** Whoever can be named as the worker, and those who lead them. */
const workers = ['officer', 'senior', 'manager', 'speech-therapist', 'health-worker'] as const
const seniors = ['senior', 'manager'] as const

/** Naming a worker, and the work itself. */
export const workSteps = {
  allocate: {
    title: 'Name the worker',
    done: 'Worker named',
    from: ['accepted'],
    to: 'allocated',
    by: seniors,
    holder: 'worker',
    fields: {
      worker: {
        kind: 'person',
        label: 'Who will work with this child?',
        hint: 'Not somebody who knows the family privately.',
        required: 'Choose who will work with this child',
        roles: ['officer', 'senior', 'speech-therapist', 'health-worker'],
      },
      'why-worker': {
        kind: 'textarea',
        label: 'Why this worker?',
        hint: 'For example language, interests, or that the child knows them.',
        maxLength: 2_000,
      },
    },
  },

  'change-worker': {
    title: 'Change the worker',
    done: 'Worker changed',
    from: ['allocated', 'active'],
    to: 'stay',
    by: seniors,
    holder: 'worker',
    fields: {
      worker: {
        kind: 'person',
        label: 'Who will work with this child?',
        hint: 'From now on.',
        required: 'Choose who will work with this child',
        roles: ['officer', 'senior', 'speech-therapist', 'health-worker'],
      },
      'why-changed': {
        kind: 'textarea',
        label: 'Why does the worker change?',
        required: 'Say why the worker changes',
        maxLength: 2_000,
      },
      'child-told': {
        kind: 'textarea',
        label: 'How was the child told, and what did they say?',
        required: 'Say how the child was told',
        maxLength: 2_000,
      },
    },
  },

  start: {
    title: 'Start the work',
    done: 'Work started',
    hint: 'When the assessment and the plan have been made with the child.',
    from: ['allocated'],
    to: 'active',
    by: workers,
    fields: {
      goals: {
        kind: 'textarea',
        label: 'What does the child want to work on?',
        hint: 'At most three goals, in the child’s own words.',
        required: 'Write what the child wants to work on',
        maxLength: 2_000,
      },
      'child-safe': {
        kind: 'textarea',
        label: 'What keeps the child safe?',
        required: 'Say what keeps the child safe',
        maxLength: 5_000,
      },
      'others-safe': {
        kind: 'textarea',
        label: 'What keeps other people safe?',
        hint: 'The victim’s wishes and safety first.',
        required: 'Say what keeps other people safe',
        maxLength: 5_000,
      },
      'planned-end': {
        kind: 'date',
        label: 'When is the work meant to end?',
        hint: 'Usually 12 to 24 weeks from now.',
        required: 'Enter the day the work is meant to end',
        notBefore: { field: dayKey, message: 'The work cannot be meant to end before it starts' },
      },
    },
  },

  review: {
    title: 'Record a review',
    done: 'Plan reviewed',
    from: ['active'],
    to: 'stay',
    by: workers,
    fields: {
      'going-well': {
        kind: 'textarea',
        label: 'What is going well?',
        required: 'Say what is going well',
        maxLength: 5_000,
      },
      'to-change': {
        kind: 'textarea',
        label: 'What needs to change?',
        required: 'Say what needs to change, or that nothing does',
        maxLength: 5_000,
      },
      'child-says': {
        kind: 'textarea',
        label: 'What does the child say about the work?',
        hint: 'In the child’s own words.',
        required: 'Write what the child says',
        maxLength: 2_000,
      },
      'planned-end': {
        kind: 'date',
        label: 'When is the work meant to end?',
        hint: 'Leave it empty if nothing has changed.',
        notBefore: { field: dayKey, message: 'The work cannot be meant to end before this review' },
      },
    },
  },
} as const
