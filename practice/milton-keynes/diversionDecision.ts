import { byAnswer, end } from '../../src/engine/pathways/index.ts'

/** From the police’s notification to the decision whether help is offered, and telling the police. */
export const decisionSteps = {
  receive: {
    title: 'Record the notification',
    done: 'Notification received',
    from: 'start',
    to: 'notified',
    by: ['officer', 'senior', 'manager', 'business-support', 'police-officer'],
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
      },
    },
  },

  screen: {
    title: 'Record the screening',
    done: 'Screening completed',
    hint: 'A first picture of the child, strengths before worries. It is not yet an assessment.',
    from: ['notified'],
    to: 'screened',
    by: ['officer', 'senior', 'manager'],
    fields: {
      'asked-of': {
        kind: 'choices',
        label: 'Who or what was asked?',
        required: 'Choose everyone who was asked',
        options: [
          { value: 'child', label: 'The child' },
          { value: 'parent', label: 'A parent or carer' },
          { value: 'school', label: 'School or college' },
          { value: 'social-care', label: 'Children’s social care' },
          { value: 'exploitation-hub', label: 'Missing and exploitation hub' },
          { value: 'health', label: 'Health' },
          { value: 'police', label: 'Police' },
          { value: 'own-records', label: 'Our own records' },
        ],
      },
      strengths: {
        kind: 'textarea',
        label: 'What is going well for this child?',
        hint: 'What they are good at, what they like, who stands by them.',
        required: 'Say what is going well for this child',
        maxLength: 10_000,
      },
      worries: {
        kind: 'textarea',
        label: 'What are people worried about?',
        hint: 'Say who is worried, and about what. Write “nothing” if nobody is.',
        required: 'Say what people are worried about, or that nobody is',
        maxLength: 10_000,
      },
      communication: {
        kind: 'choice',
        label: 'Could the child have speech, language or communication needs?',
        hint: 'Say no only when a therapist has found none.',
        required: 'Say whether the child could have communication needs',
        options: [
          { value: 'known', label: 'Yes, and they are known' },
          { value: 'to-be-assessed', label: 'Perhaps: to be assessed' },
          { value: 'none', label: 'No, a therapist has found none', needsReason: 'Say when and by whom' },
        ],
      },
      exploitation: {
        kind: 'choice',
        label: 'What does the exploitation screening show?',
        required: 'Choose what the exploitation screening shows',
        options: [
          { value: 'no-sign', label: 'No sign of exploitation' },
          { value: 'vulnerable', label: 'Vulnerable to exploitation' },
          { value: 'targeted', label: 'Targeted or groomed', raisesAlert: { kind: 'exploitation' } },
          { value: 'exploited', label: 'Exploited', raisesAlert: { kind: 'exploitation' } },
        ],
      },
      'shared-with-hub': {
        kind: 'date',
        label: 'When was this shared with the missing and exploitation hub?',
        required: 'Enter the day it was shared with the hub',
        notAfterToday: 'The day it was shared cannot be in the future',
        appliesWhen: { field: 'exploitation', is: ['vulnerable', 'targeted', 'exploited'] },
      },
      'danger-now': {
        kind: 'choice',
        label: 'Is anybody in danger now?',
        hint: 'The child, or anybody else.',
        required: 'Say whether anybody is in danger now',
        options: [
          { value: 'no', label: 'No' },
          {
            value: 'yes',
            label: 'Yes',
            hint: 'An alert is raised, for everybody who opens this record.',
            needsReason: 'Say who is in danger, and what has been done about it',
            raisesAlert: { kind: 'danger' },
          },
        ],
      },
    },
  },

  decide: {
    title: 'Record the decision',
    done: 'Decision recorded',
    hint: 'We contact every child for whom help would do good.',
    from: ['screened'],
    to: byAnswer('decision', { suitable: 'decided', 'not-suitable': end('not-suitable') }),
    by: ['senior', 'manager'],
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
    done: 'Police told what was decided',
    from: ['decided', 'offered', 'accepted', 'allocated', 'active', 'ended'],
    to: 'stay',
    by: ['officer', 'senior', 'manager', 'business-support', 'police-officer'],
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
