import { byAnswer, dayKey } from '../../../src/engine/pathways/index.ts'
import { seniors } from './people.ts'

/** How work ends that was done, in whole or in part, or that the child left. */
export const worked = [
  { value: 'completed', label: 'The work was completed' },
  { value: 'completed-in-part', label: 'Part of the work was completed' },
  {
    value: 'stopped-coming',
    label: 'The child stopped taking part',
    needsReason: 'Say what was tried, and what the child says',
  },
] as const

export const movedAway = {
  value: 'moved-away',
  label: 'The child moved away',
  needsReason: 'Say where to, and who was told',
} as const

export const otherService = {
  value: 'other-service',
  label: 'Another service has taken over',
  needsReason: 'Say which service',
} as const

export const recordedInError = {
  value: 'recorded-in-error',
  label: 'It was recorded in error',
  needsReason: 'Say what the error was',
} as const

/** The endings that these answers lead to, in words and as they are counted. */
export const endings = {
  declined: { title: 'Declined by the child or the family', counts: 'declined' },
  'not-reached': { title: 'Could not be reached', counts: 'declined' },
  completed: { title: 'Completed', counts: 'completed' },
  'completed-in-part': { title: 'Completed in part', counts: 'completed' },
  'stopped-coming': { title: 'Stopped taking part', counts: 'stopped' },
  'moved-away': { title: 'Moved away', counts: 'stopped' },
  'other-service': { title: 'Handed to another service', counts: 'stopped' },
  'recorded-in-error': { title: 'Recorded in error', counts: 'not-suitable' },
} as const

const reached = [
  { value: 'reached', label: 'Reached' },
  { value: 'in-part', label: 'Reached in part' },
  { value: 'not-reached', label: 'Not reached' },
  { value: 'changed', label: 'The child wanted something else' },
] as const

/** The questions about the goals that were typed when the work began: asked where no plan of the case is in force. */
export const aboutTypedGoals = ['first-goal', 'second-goal', 'third-goal'] as const

/** What became of each goal, what the child achieved, and what they say of it. */
export const achieved = {
  'first-goal': {
    kind: 'choice',
    label: 'How far was the first goal reached?',
    options: reached,
    beside: { field: 'goals', line: 1 },
  },
  'second-goal': {
    kind: 'choice',
    label: 'How far was the second goal reached?',
    options: reached,
    beside: { field: 'goals', line: 2 },
  },
  'third-goal': {
    kind: 'choice',
    label: 'How far was the third goal reached?',
    options: reached,
    beside: { field: 'goals', line: 3 },
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
} as const

/** The exit plan: how the child is, and who helps from here. */
export const exitPlan = {
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
} as const

/** What the closing form asks too is filled in from it. */
export const fromClosing = {
  form: 'closing',
  answers: {
    achieved: 'achieved',
    'child-says': 'child-says',
    'safe-now': 'safe-now',
    'next-help': 'exit-who',
  },
} as const

/** The question on which an ending hangs, with the answers of the programme. */
export const howEnded = {
  kind: 'choice',
  label: 'How did the case end?',
  required: 'Choose how the case ended',
} as const

export const familyTold = {
  kind: 'textarea',
  label: 'How were the child and the family told?',
  required: 'Say how they were told, or why they were not',
  maxLength: 2_000,
} as const

/** Opening a case again: where it stood, or to be decided on anew from the stage `screened`. */
export const reopen = {
  title: 'Open the case again',
  done: 'Case opened again',
  hint: 'When the child changes their mind, or the ending was recorded by mistake.',
  from: ['ended'],
  to: byAnswer('reopened-to', { 'where-it-stood': 'back', 'decide-anew': 'screened' }),
  by: seniors,
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
    'planned-end': {
      kind: 'date',
      label: 'When is the work meant to end?',
      hint: 'Leave it empty if no work had begun, or if the day that was agreed before still holds.',
      notBefore: { field: dayKey, message: 'The work cannot be meant to end before it goes on' },
      appliesWhen: { field: 'reopened-to', is: ['where-it-stood'] },
    },
    'why-reopened': {
      kind: 'textarea',
      label: 'Why is it opened again?',
      required: 'Say why it is opened again',
      maxLength: 2_000,
    },
  },
} as const
