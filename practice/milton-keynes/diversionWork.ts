import { workers } from './pieces/people.ts'
import {
  changeWorker,
  fromPlanWithChild,
  nameWorker,
  othersSafe,
  plannedEnd,
  planWithChild,
  review,
} from './pieces/work.ts'

/** Naming a worker, and the work itself. */
export const workSteps = {
  allocate: { ...nameWorker, from: ['accepted'], to: 'allocated' },

  'change-worker': { ...changeWorker, from: ['allocated', 'active'] },

  start: {
    title: 'Start the work',
    done: 'Work started',
    hint: 'When the assessment and the plan have been made with the child.',
    from: ['allocated'],
    to: 'active',
    by: workers,
    fromPlan: fromPlanWithChild,
    fields: {
      ...planWithChild,
      'others-safe': { ...othersSafe, hint: 'The victim’s wishes and safety first.' },
      'planned-end': plannedEnd,
    },
  },

  review: { ...review, from: ['active'] },
} as const
