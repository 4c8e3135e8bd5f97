import { endByAnswer } from '../../src/engine/pathways/index.ts'
import {
  aboutTypedGoals,
  achieved,
  exitPlan,
  familyTold,
  fromClosing,
  howEnded,
  movedAway,
  otherService,
  recordedInError,
  reopen,
  worked,
} from './pieces/ending.ts'
import { seniors, workers } from './pieces/people.ts'

const stopped = [
  movedAway,
  {
    value: 'offence',
    label: 'The child is on another pathway after an offence',
    needsReason: 'Say which pathway',
  },
  otherService,
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
      'offence',
      'other-service',
    ]),
    by: workers,
    endsGoals: aboutTypedGoals,
    fromForm: fromClosing,
    tellsReferrer: 'ended',
    fields: {
      outcome: { ...howEnded, options: [...worked, ...stopped] },
      ...achieved,
      ...exitPlan,
    },
  },

  close: {
    title: 'Close before the work starts',
    done: 'Closed before the work started',
    from: ['referred', 'screened', 'to-contact', 'offered', 'accepted', 'allocated', 'assessed'],
    to: endByAnswer('outcome', ['moved-away', 'offence', 'other-service', 'recorded-in-error']),
    by: seniors,
    // Nothing of a case that was recorded in error: it may have been another child's.
    tellsReferrer: {
      field: 'outcome',
      says: { 'moved-away': 'not-started', offence: 'not-started', 'other-service': 'not-started' },
    },
    fields: {
      outcome: { ...howEnded, options: [...stopped, recordedInError] },
      'family-told': familyTold,
    },
  },

  reopen,
} as const
