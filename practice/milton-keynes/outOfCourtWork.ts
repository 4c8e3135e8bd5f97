import { byAnswer, dayKey, end, endByAnswer } from '../../src/engine/pathways/index.ts'
import {
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
import { caseWorkers, childAndFamily, seniors, waysOfContact, workers } from './pieces/people.ts'
import { changeWorker, nameWorker, review } from './pieces/work.ts'

/** From telling the child to the end of what was agreed. */
export const workSteps = {
  'tell-child': {
    title: 'Record that the child was told',
    done: 'Child and family told',
    hint: 'What was decided, why, and what it means later. In words that this child understands.',
    from: ['decided'],
    to: 'agreed',
    by: caseWorkers,
    fields: {
      'told-to': {
        kind: 'choices',
        label: 'Who was told?',
        required: 'Choose who was told',
        options: childAndFamily,
      },
      how: { kind: 'choices', label: 'How?', required: 'Choose how they were told', options: waysOfContact },
      'child-said': {
        kind: 'textarea',
        label: 'What does the child say?',
        hint: 'In the child’s own words.',
        required: 'Write what the child says, or that they did not want to say',
        maxLength: 2_000,
      },
    },
  },

  allocate: { ...nameWorker, from: ['agreed', 'active'], to: 'stay' },
  'change-worker': { ...changeWorker, from: ['agreed', 'active'] },

  'nothing-follows': {
    title: 'Record that nothing has to be done',
    done: 'Ended: nothing has to be done',
    hint: 'A caution, or a resolution that is complete already.',
    from: ['agreed'],
    to: end('completed'),
    by: caseWorkers,
    fields: {
      because: {
        kind: 'textarea',
        label: 'Why does nothing have to be done?',
        required: 'Say why nothing has to be done',
        maxLength: 2_000,
      },
    },
  },

  'begin-conditions': {
    title: 'Record what was agreed',
    done: 'Conditions begun',
    hint: 'Each thing the child does stands in the case with its own last day. Add them there, victims’ wishes first.',
    from: ['agreed'],
    to: 'active',
    by: caseWorkers,
    fields: {
      agrees: {
        kind: 'choice',
        label: 'Does the child agree?',
        required: 'Choose whether the child agrees',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'in-part', label: 'In part', needsReason: 'Say to what the child does not agree' },
        ],
      },
      'conditions-until': {
        kind: 'date',
        label: 'Which is the last day?',
        hint: 'By the service’s own limit, or that of the outcome.',
        required: 'Enter the last day of the conditions',
        notBefore: { field: dayKey, message: 'The conditions cannot end before they begin' },
      },
    },
  },

  'vary-conditions': {
    title: 'Change the last day of all that was agreed',
    done: 'Last day changed',
    hint: 'A single thing is changed where it stands in the case.',
    from: ['active'],
    to: 'stay',
    by: caseWorkers,
    fields: {
      'why-varied': {
        kind: 'textarea',
        label: 'Why is it changed?',
        required: 'Say why it is changed',
        maxLength: 2_000,
      },
      'conditions-until': {
        kind: 'date',
        label: 'Which is the last day?',
        required: 'Enter the last day',
        notBefore: { field: dayKey, message: 'The conditions cannot end before they are changed' },
      },
    },
  },

  'note-kept': {
    title: 'Record how it goes',
    done: 'How the conditions go',
    from: ['active'],
    to: 'stay',
    by: workers,
    fields: {
      kept: {
        kind: 'choice',
        label: 'Is what was agreed being kept?',
        required: 'Choose whether it is being kept',
        options: [
          { value: 'yes', label: 'Yes' },
          {
            value: 'in-part',
            label: 'In part',
            needsReason: 'Say what is missing, and what is done about it',
          },
          { value: 'no', label: 'No', needsReason: 'Say what happened, and what was tried' },
        ],
      },
    },
  },

  'not-kept': {
    title: 'Record that it was not kept, and tell the police',
    done: 'Not kept: the police were told',
    hint: 'When what was tried has not helped. The police decide what follows.',
    from: ['active'],
    to: end('back-to-police'),
    by: seniors,
    fields: {
      happened: {
        kind: 'textarea',
        label: 'What was not kept, and what was tried?',
        required: 'Say what was not kept, and what was tried',
        maxLength: 5_000,
      },
      'child-said': {
        kind: 'textarea',
        label: 'What does the child say?',
        required: 'Write what the child says, or that they did not want to say',
        maxLength: 2_000,
      },
      'police-told': {
        kind: 'textarea',
        label: 'What were the police told?',
        required: 'Say what the police were told',
        maxLength: 2_000,
      },
    },
  },

  review: { ...review, from: ['active'] },

  end: {
    title: 'End the work',
    done: 'Work ended',
    from: ['active'],
    to: endByAnswer('outcome', ['completed', 'completed-in-part', 'moved-away', 'other-service']),
    by: workers,
    endsGoals: [],
    fromForm: fromClosing,
    fields: {
      outcome: { ...howEnded, options: [worked[0], worked[1], movedAway, otherService] },
      achieved: achieved.achieved,
      'child-says': achieved['child-says'],
      ...exitPlan,
    },
  },

  close: {
    title: 'Close before the decision',
    done: 'Closed before the decision',
    from: ['referred', 'referred-grave', 'to-assess', 'assessed', 'ready', 'decided', 'agreed'],
    to: endByAnswer('outcome', ['moved-away', 'other-service', 'recorded-in-error', 'taken-back']),
    by: seniors,
    fields: {
      outcome: {
        ...howEnded,
        options: [
          movedAway,
          otherService,
          recordedInError,
          { value: 'taken-back', label: 'The police have taken it back', needsReason: 'Say why' },
        ],
      },
      'family-told': familyTold,
    },
  },

  // Decided anew, it goes before the panel once more.
  reopen: { ...reopen, to: byAnswer('reopened-to', { 'where-it-stood': 'back', 'decide-anew': 'ready' }) },
} as const
