import { arrivalForm } from '../../src/engine/arrivals/index.ts'
import { childQuestions, childQuestionsSay, received } from '../england-wales/childQuestions.ts'
import { aboutTheOffence } from './outOfCourtQuestions.ts'
import { beforeContact } from './pieces/beforeContact.ts'

/**
 * What the police’s youth justice unit sends before a child is dealt with out of court. There is no published form for it that could
 * be used: the questions are ours.
 */
export const outOfCourtReferral = arrivalForm({
  id: 'out-of-court-referral',
  title: 'Police referral for a decision out of court',
  source: 'Our own questions, after what the joint decision-making panel needs (Youth Justice Plan 2022/23)',
  file: 'practice/milton-keynes/outOfCourtReferral.ts',
  called: 'referral',
  fields: {
    'police-reference': {
      kind: 'text',
      label: 'Police reference',
      hint: 'The crime or occurrence number.',
      required: 'Enter the police reference',
      maxLength: 40,
      width: 'medium',
    },
    received: { ...received, required: 'Enter the day on which the referral was received' },
    ...childQuestions,
    offence: {
      kind: 'text',
      label: 'What happened',
      required: 'Say what the child is said to have done',
      maxLength: 500,
    },
    'offence-date': {
      kind: 'date',
      label: 'When it happened',
      notAfterToday: 'When it happened: the day cannot be in the future',
    },
    ...aboutTheOffence,
    officer: { kind: 'text', label: 'Police officer', maxLength: 100, width: 'medium' },
    station: { kind: 'text', label: 'Unit', maxLength: 100, width: 'medium' },
    'officer-email': { kind: 'email', label: 'The officer’s e-mail address' },
    'before-contact': beforeContact,
    notes: { kind: 'textarea', label: 'Anything else', maxLength: 20_000 },
  },
  says: {
    ...childQuestionsSay,
    received: 'received',
    reference: 'police-reference',
    'referrer-name': 'officer',
    'referrer-post': 'station',
    'referrer-email': 'officer-email',
    offence: 'offence',
    'offence-date': 'offence-date',
  },
  example: {
    'police-reference': '43/654321/26',
    received: '2026-11-20',
    'first-name': 'Jude',
    'family-name': 'Marlowe-Quinn',
    'date-of-birth': '2011-09-02',
    sex: '1',
    address: '3 Foundry Close',
    postcode: 'MK9 3AB',
    school: 'Brookside Academy',
    'parent-name': 'Dana Quinn',
    offence: 'Pushed another child off a bicycle and took it',
    'offence-date': '2026-11-02',
    'offence-kind': 'other',
    admitted: 'yes',
    'bail-date': '2026-11-03',
    'victim-consent': 'yes',
  },
})
