import { clock } from '../../../src/engine/clocks/index.ts'
import { dayKey } from '../../../src/engine/pathways/index.ts'
import { always } from '../../../src/kernel/period.ts'
import { seniors, workers } from './people.ts'

const namedAsWorker = ['officer', 'senior', 'speech-therapist', 'health-worker'] as const

/** Naming the worker. Where it is used, `from` and `to` say where it stands. */
export const nameWorker = {
  title: 'Name the worker',
  done: 'Worker named',
  by: seniors,
  holder: 'worker',
  fields: {
    worker: {
      kind: 'person',
      label: 'Who will work with this child?',
      hint: 'Not somebody who knows the family privately.',
      required: 'Choose who will work with this child',
      roles: namedAsWorker,
    },
    'why-worker': {
      kind: 'textarea',
      label: 'Why this worker?',
      hint: 'For example language, interests, or that the child knows them.',
      maxLength: 2_000,
    },
  },
} as const

/** Handing a case over, with a note for whoever takes it. Where it is used, `from` says in which stages. */
export const changeWorker = {
  title: 'Hand over to another worker',
  done: 'Handed over',
  to: 'stay',
  by: seniors,
  holder: 'worker',
  ofEach: ['matters-now', 'promised', 'change-child-told', 'child-told'],
  fields: {
    worker: {
      kind: 'person',
      label: 'Who will work with this child?',
      hint: 'From now on.',
      required: 'Choose who will work with this child',
      roles: namedAsWorker,
    },
    'why-changed': {
      kind: 'textarea',
      label: 'Why does the worker change?',
      required: 'Say why the worker changes',
      maxLength: 2_000,
    },
    'matters-now': {
      kind: 'textarea',
      label: 'What matters now?',
      hint: 'What the next worker must know first: what goes well, what worries, how to talk with this child.',
      required: 'Say what matters now',
      maxLength: 5_000,
    },
    'due-next': {
      kind: 'textarea',
      label: 'What is due, and when?',
      hint: 'What has been agreed with others. Deadlines that the program knows stand in the case.',
      maxLength: 2_000,
    },
    promised: {
      kind: 'textarea',
      label: 'What was promised to the child?',
      required: 'Say what was promised to the child, or that nothing was',
      maxLength: 2_000,
    },
    'change-child-told': {
      kind: 'choice',
      label: 'Has the child been told?',
      required: 'Say whether the child has been told',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'not-yet', label: 'Not yet', needsReason: 'Say who tells the child, and when' },
      ],
    },
    'child-told': {
      kind: 'textarea',
      label: 'How was the child told, and what did they say?',
      required: 'Say how the child was told',
      maxLength: 2_000,
      appliesWhen: { field: 'change-child-told', is: ['yes'] },
    },
    'change-parent-told': {
      kind: 'choice',
      label: 'Has a parent or carer been told?',
      required: 'Say whether a parent or carer has been told',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'not-yet', label: 'Not yet', needsReason: 'Say who tells them, and when' },
        {
          value: 'not-to-be',
          label: 'They are not to be told',
          needsReason: 'Say why they are not to be told',
        },
      ],
    },
  },
} as const

/** The plan in the child's words, and what keeps them safe. What keeps others safe hangs on whom the programme is for. */
export const planWithChild = {
  goals: {
    kind: 'textarea',
    label: 'What does the child want to work on?',
    hint: 'At most three goals, in the child’s own words, a line each.',
    required: 'Write what the child wants to work on',
    maxLength: 2_000,
  },
  'child-safe': {
    kind: 'textarea',
    label: 'What keeps the child safe?',
    required: 'Say what keeps the child safe',
    maxLength: 5_000,
  },
} as const

/** What the plan in force holds of these is filled in from it where the work starts, and not asked again. */
export const fromPlanWithChild = {
  goals: 'good-life',
  'child-safe': 'child-safe',
  'others-safe': 'others-safe',
} as const

export const othersSafe = {
  kind: 'textarea',
  label: 'What keeps other people safe?',
  required: 'Say what keeps other people safe',
  maxLength: 5_000,
} as const

/** Asked when the work starts: both programmes last as long. */
export const plannedEnd = {
  kind: 'date',
  label: 'When is the work meant to end?',
  hint: 'Usually 12 to 24 weeks from now.',
  required: 'Enter the day the work is meant to end',
  notBefore: { field: dayKey, message: 'The work cannot be meant to end before it starts' },
} as const

/** The day that was agreed with the child, or at a review since. `from` is the step that starts the work. */
export const workEnds = <const Step extends string>(from: Step) =>
  clock<Step | 'end'>('planned-end', {
    title: 'Work ended, or a new day agreed at a review',
    from,
    to: 'end',
    dueOn: 'planned-end',
    policy: 'service',
    source:
      'The service’s own policy: the day in the plan made with the child, or given at a review since. No law or national standard sets it.',
    inForce: always,
    unverified: true,
  })

/** Where it is used, `from` says in which stages. */
export const review = {
  title: 'Record a review',
  done: 'Plan reviewed',
  reviews: true,
  fromForm: {
    form: 'review',
    answers: { 'going-well': 'strengths', 'to-change': 'plan-changes', 'child-says': 'child-says' },
  },
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
} as const
