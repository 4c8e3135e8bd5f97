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
    value: 'further-offence',
    label: 'The child is on another pathway after a further offence',
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
      'further-offence',
      'other-service',
    ]),
    by: workers,
    endsGoals: aboutTypedGoals,
    fromForm: fromClosing,
    fields: {
      outcome: { ...howEnded, options: [...worked, ...stopped] },
      ...achieved,
      repaired: {
        kind: 'choice',
        label: 'Was something done to put things right?',
        required: 'Choose whether something was done to put things right',
        options: [
          { value: 'with-victim', label: 'Yes, with or for the victim' },
          { value: 'community', label: 'Yes, for the community' },
          { value: 'not-wanted', label: 'No, the victim did not want it' },
          { value: 'no-victim', label: 'No, there was no victim', saysNobodyHarmed: true },
          { value: 'no', label: 'No', needsReason: 'Say why not' },
        ],
      },
      ...exitPlan,
    },
  },

  close: {
    title: 'Close before the work starts',
    done: 'Closed before the work started',
    from: ['notified', 'screened', 'decided', 'offered', 'accepted', 'allocated'],
    to: endByAnswer('outcome', ['moved-away', 'further-offence', 'other-service', 'recorded-in-error']),
    by: seniors,
    fields: {
      outcome: { ...howEnded, options: [...stopped, recordedInError] },
      'family-told': familyTold,
    },
  },

  reopen,
} as const
