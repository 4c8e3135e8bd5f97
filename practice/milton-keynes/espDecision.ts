import { byAnswer, end } from '../../src/engine/pathways/index.ts'
import { referralQuestions } from './espReferralQuestions.ts'
import { familyTold } from './pieces/ending.ts'
import { caseWorkers, receivers, seniors } from './pieces/people.ts'
import { askedOf, firstPicture, sharedWithHub } from './pieces/screening.ts'

/** From the referral to the decision who can help best. */
export const decisionSteps = {
  receive: {
    title: 'Record the referral',
    done: 'Referral received',
    from: 'start',
    to: 'referred',
    by: receivers,
    fields: referralQuestions,
  },

  screen: {
    title: 'Record the screening',
    done: 'Screening completed',
    hint: 'A first picture of the child, strengths before worries. It is not yet an assessment.',
    from: ['referred'],
    to: 'screened',
    by: caseWorkers,
    fields: {
      'asked-of': {
        ...askedOf,
        options: [{ value: 'referrer', label: 'Whoever referred the child' }, ...askedOf.options],
      },
      ...firstPicture,
      // Whatever it shows: paragraph 93 of the plan has every child who is referred shared with the hub.
      'shared-with-hub': sharedWithHub,
    },
  },

  triage: {
    title: 'Record the triage',
    done: 'Triage decided',
    hint: 'We contact every child whom this can help. Other children are told of help elsewhere.',
    from: ['screened'],
    to: byAnswer('decision', {
      suitable: 'to-contact',
      signposted: end('signposted'),
      'not-suitable': end('not-suitable'),
    }),
    by: seniors,
    tellsReferrer: {
      field: 'decision',
      says: { suitable: 'taken-up', signposted: 'signposted', 'not-suitable': 'not-taken-up' },
    },
    fields: {
      decision: {
        kind: 'choice',
        label: 'What happens with this referral?',
        required: 'Choose what happens with this referral',
        options: [
          { value: 'suitable', label: 'We contact the child and offer help' },
          { value: 'signposted', label: 'Another service can help better' },
          { value: 'not-suitable', label: 'Nothing more is needed from us' },
        ],
      },
      'signposted-to': {
        kind: 'textarea',
        label: 'What other help were they told about?',
        hint: 'Which service, and who makes sure that they get there.',
        required: 'Say to which service, and who makes sure that they get there',
        maxLength: 2_000,
        appliesWhen: { field: 'decision', is: ['signposted'] },
      },
      'why-not': {
        kind: 'choice',
        label: 'Why not?',
        required: 'Choose why nothing more is needed from us',
        appliesWhen: { field: 'decision', is: ['not-suitable'] },
        options: [
          { value: 'has-help', label: 'The child has the right help already' },
          { value: 'works-with-us', label: 'The child is already working with us on another pathway' },
          { value: 'nothing-needed', label: 'More would do harm' },
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
      'family-told': {
        ...familyTold,
        appliesWhen: { field: 'decision', is: ['signposted', 'not-suitable'] },
      },
    },
  },
} as const
