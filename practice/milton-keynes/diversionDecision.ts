import { byAnswer, end } from '../../src/engine/pathways/index.ts'
import { beforeContact } from './pieces/beforeContact.ts'
import { caseWorkers, receivers, seniors } from './pieces/people.ts'
import { askedOf, firstPicture } from './pieces/screening.ts'

/** From the police’s notification to the decision whether help is offered, and telling the police. */
export const decisionSteps = {
  receive: {
    title: 'Record the notification',
    done: 'Notification received',
    from: 'start',
    to: 'notified',
    by: receivers,
    fields: {
      'resolution-date': {
        kind: 'date',
        label: 'When was the community resolution given?',
        hint: 'As it stands on form YOT1. Leave it empty if the form does not say.',
        notAfterToday: 'The community resolution cannot have been given in the future',
      },
      'victim-consent': {
        kind: 'choice',
        label: 'Has the victim agreed that we may get in touch?',
        hint: 'If the police have not asked, ask them to.',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-asked', label: 'The police have not asked' },
          { value: 'no-victim', label: 'There is no victim' },
        ],
        // Somebody of whom the police have not asked is somebody all the same: that there is nobody is an answer of its own.
        saysHarmed: ['yes', 'no', 'not-asked'],
      },
      'before-contact': beforeContact,
    },
  },

  screen: {
    title: 'Record the screening',
    done: 'Screening completed',
    hint: 'A first picture of the child, strengths before worries. It is not yet an assessment.',
    from: ['notified'],
    to: 'screened',
    by: caseWorkers,
    byForm: 'initial-screening',
    fields: { 'asked-of': askedOf, ...firstPicture },
  },

  decide: {
    title: 'Record the decision',
    done: 'Decision recorded',
    hint: 'We contact every child for whom help would do good.',
    from: ['screened'],
    to: byAnswer('decision', { suitable: 'decided', 'not-suitable': end('not-suitable') }),
    by: seniors,
    fields: {
      decision: {
        kind: 'choice',
        label: 'Should this child be offered help?',
        required: 'Choose whether this child should be offered help',
        options: [
          { value: 'suitable', label: 'Yes, offer help' },
          { value: 'not-suitable', label: 'No, do not offer help' },
        ],
      },
      'why-not': {
        kind: 'choice',
        label: 'Why not?',
        required: 'Choose why help is not offered',
        appliesWhen: { field: 'decision', is: ['not-suitable'] },
        options: [
          { value: 'has-help', label: 'The child has the right help already' },
          { value: 'works-with-us', label: 'The child is already working with us on another pathway' },
          { value: 'nothing-needed', label: 'The resolution is enough: more would do harm' },
          { value: 'other-service', label: 'Another service is the right one' },
          { value: 'lives-elsewhere', label: 'The child lives in another area' },
          { value: 'age', label: 'The child is not aged 10 to 17' },
          { value: 'other', label: 'Something else', needsReason: 'Say what else it is' },
        ],
      },
      reason: {
        kind: 'textarea',
        label: 'What are your reasons?',
        hint: 'So that the child, a parent or an inspector could understand the decision.',
        required: 'Give your reasons for the decision',
        maxLength: 5_000,
      },
    },
  },

  'inform-police': {
    title: 'Record that the police were told',
    again: 'Record that the police were told something more',
    done: 'Police told what was decided',
    from: ['decided', 'offered', 'accepted', 'allocated', 'active', 'ended'],
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
