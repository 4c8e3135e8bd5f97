import { byAnswer, end } from '../../src/engine/pathways/index.ts'
import { aboutTheOffence } from './outOfCourtQuestions.ts'
import { beforeContact } from './pieces/beforeContact.ts'
import { admittedForCaution, admittedForResolution, gravity, whoDecided } from './pieces/gravity.ts'
import { caseWorkers, receivers, seniors } from './pieces/people.ts'
import { askedOf, firstPicture } from './pieces/screening.ts'

const beforeDecision = ['referred', 'referred-grave', 'to-assess', 'assessed', 'ready'] as const

/** From the police’s referral to the decision. */
export const decisionSteps = {
  receive: {
    title: 'Record the referral',
    done: 'Referral received',
    from: 'start',
    to: byAnswer('offence-kind', {
      'serious-violence': 'referred-grave',
      sexual: 'referred-grave',
      weapon: 'referred-grave',
      other: 'referred',
    }),
    by: receivers,
    fields: { ...aboutTheOffence, 'before-contact': beforeContact },
  },

  'record-bail': {
    title: 'Record the bail',
    again: 'Record another day of bail',
    done: 'Bail recorded',
    hint: 'The police are told within 15 working days from the day of the bail.',
    from: beforeDecision,
    to: 'stay',
    by: receivers,
    fields: {
      'bail-date': {
        ...aboutTheOffence['bail-date'],
        required: 'Enter the day on which the child was bailed',
      },
    },
  },

  screen: {
    title: 'Record the screening',
    done: 'Screening completed',
    hint: 'A first picture of the child, strengths before worries.',
    from: ['referred'],
    to: 'assessed',
    by: caseWorkers,
    byForm: 'initial-screening',
    fields: { 'asked-of': askedOf, ...firstPicture },
  },

  'screen-grave': {
    title: 'Record the screening',
    done: 'Screening completed',
    hint: 'A first picture of the child, strengths before worries. A full assessment follows: the offence is a grave one.',
    from: ['referred-grave'],
    to: 'to-assess',
    by: caseWorkers,
    byForm: 'initial-screening',
    fields: { 'asked-of': askedOf, ...firstPicture },
  },

  assess: {
    title: 'Record the full assessment',
    done: 'Full assessment completed',
    from: ['to-assess'],
    to: 'assessed',
    by: caseWorkers,
    byForm: 'full-assessment',
    fields: {},
  },

  'hear-victim': {
    title: 'Record the victim’s view',
    done: 'Victim’s view heard',
    hint: 'Whoever was harmed is asked before anything is decided. No name, no address, nothing by which they can be found.',
    from: ['assessed'],
    to: 'ready',
    by: ['victim-worker', ...caseWorkers],
    fields: {
      'victim-asked': {
        kind: 'choice',
        label: 'Was whoever was harmed asked?',
        required: 'Choose whether they were asked',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'did-not-want', label: 'They did not want to be asked' },
          {
            value: 'could-not',
            label: 'They could not be asked',
            needsReason: 'Say why they could not be asked',
          },
          { value: 'nobody', label: 'Nobody was harmed', saysNobodyHarmed: true },
        ],
      },
      'victim-view': {
        kind: 'textarea',
        label: 'What do they want the panel to know?',
        required: 'Write what they want the panel to know',
        maxLength: 2_000,
        appliesWhen: { field: 'victim-asked', is: ['yes'] },
      },
    },
  },

  'decide-outcome': {
    title: 'Record the decision',
    done: 'Decision recorded',
    hint: 'The panel’s decision is written into the case from the panel. Record it here only where no panel met.',
    from: ['ready'],
    to: byAnswer('police-outcome', {
      none: end('no-further-action'),
      '8': 'decided',
      '20': end('other-agency'),
      '21': end('no-further-action'),
      '22': 'decided',
      '23': 'decided',
      '2': 'decided',
      '2A': 'decided',
      '1': end('charged'),
    }),
    by: seniors,
    fields: {
      'police-outcome': {
        kind: 'choice',
        label: 'What was decided?',
        required: 'Choose what was decided',
        options: [
          { value: 'none', label: 'No further action' },
          { value: '8', label: 'Community resolution (Outcome 8)' },
          { value: '20', label: 'Outcome 20: another body or agency acts' },
          { value: '21', label: 'Outcome 21: more investigation is not in the public interest' },
          { value: '22', label: 'Outcome 22: something is done that helps' },
          { value: '23', label: 'Outcome 23: prosecution is deferred' },
          { value: '2', label: 'Youth caution' },
          { value: '2A', label: 'Youth conditional caution' },
          { value: '1', label: 'Charge' },
        ],
      },
      'admitted-for-resolution': {
        ...admittedForResolution['admitted-for-resolution'],
        appliesWhen: { field: 'police-outcome', is: ['8'] },
      },
      'admitted-for-caution': {
        ...admittedForCaution['admitted-for-caution'],
        appliesWhen: { field: 'police-outcome', is: ['2', '2A'] },
      },
      ...whoDecided,
      ...gravity,
      reason: {
        kind: 'textarea',
        label: 'What are the reasons?',
        hint: 'So that the child, a parent or an inspector could understand the decision.',
        required: 'Give the reasons for the decision',
        maxLength: 5_000,
      },
    },
  },

  'inform-police': {
    title: 'Record that the police were told',
    again: 'Record that the police were told something more',
    done: 'Police told',
    from: ['assessed', 'ready', 'decided', 'agreed', 'active', 'ended'],
    to: 'stay',
    by: receivers,
    fields: {
      told: {
        kind: 'textarea',
        label: 'What were they told?',
        required: 'Say what the police were told',
        maxLength: 2_000,
      },
    },
  },
} as const
