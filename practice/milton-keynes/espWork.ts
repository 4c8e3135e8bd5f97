import { childAndFamily, workers } from './pieces/people.ts'
import {
  changeWorker,
  fromPlanWithChild,
  nameWorker,
  othersSafe,
  plannedEnd,
  planWithChild,
  review,
} from './pieces/work.ts'

/** Naming a worker, assessing and planning with the child, and the work itself. */
export const workSteps = {
  allocate: { ...nameWorker, from: ['accepted'], to: 'allocated' },

  'change-worker': { ...changeWorker, from: ['allocated', 'assessed', 'active'] },

  assess: {
    title: 'Record the assessment',
    done: 'Assessment completed',
    hint: 'Life first, then behaviour, then what would help: the order of the national assessment.',
    from: ['allocated'],
    to: 'assessed',
    by: workers,
    fields: {
      'assessed-with': {
        kind: 'choices',
        label: 'Who took part?',
        required: 'Choose who took part',
        options: [
          ...childAndFamily,
          { value: 'school', label: 'School or college' },
          { value: 'others', label: 'Others', needsReason: 'Say who' },
        ],
      },
      'strengths-found': {
        kind: 'textarea',
        label: 'What are the child’s strengths, and who stands by them?',
        required: 'Say what the child’s strengths are, and who stands by them',
        maxLength: 10_000,
      },
      'life-now': {
        kind: 'textarea',
        label: 'What is life like for the child?',
        hint: 'Home, school, friends, health, faith and identity.',
        required: 'Say what life is like for the child',
        maxLength: 10_000,
      },
      'speech-and-language': {
        kind: 'choice',
        label: 'What did the speech and language assessment find?',
        hint: 'It is offered to every child.',
        required: 'Choose what the speech and language assessment found',
        options: [
          { value: 'needs', label: 'Needs', needsReason: 'Say which, and how best to talk with the child' },
          { value: 'none', label: 'No needs' },
          { value: 'booked', label: 'It is booked' },
          { value: 'not-wanted', label: 'The child does not want it' },
        ],
      },
      'behind-behaviour': {
        kind: 'textarea',
        label: 'What are people worried about, and what lies behind it?',
        required: 'Say what people are worried about, and what lies behind it',
        maxLength: 10_000,
      },
      'child-sees': {
        kind: 'textarea',
        label: 'How does the child see it?',
        hint: 'In the child’s own words.',
        required: 'Write how the child sees it',
        maxLength: 5_000,
      },
      'would-help': {
        kind: 'textarea',
        label: 'What would help?',
        required: 'Say what would help',
        maxLength: 5_000,
      },
    },
  },

  plan: {
    title: 'Record the plan made with the child',
    done: 'Plan made with the child',
    hint: 'The work starts with it.',
    from: ['assessed'],
    to: 'active',
    by: workers,
    fromPlan: fromPlanWithChild,
    fields: {
      ...planWithChild,
      'who-does-what': {
        kind: 'textarea',
        label: 'Who does what, and by when?',
        hint: 'Child, family, school, us: small steps.',
        required: 'Say who does what, and by when',
        maxLength: 5_000,
      },
      'others-safe': { ...othersSafe, hint: 'Brothers, sisters, classmates. Write “nothing needed” if so.' },
      'if-it-goes-wrong': {
        kind: 'textarea',
        label: 'What do we do if something goes wrong?',
        hint: 'What could happen, and who does what then.',
        maxLength: 2_000,
      },
      'planned-end': plannedEnd,
    },
  },

  review: { ...review, from: ['active'] },
} as const
