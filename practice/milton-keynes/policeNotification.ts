import { arrivalForm } from '../../src/engine/arrivals/index.ts'
import { childQuestions, childQuestionsSay, received } from '../england-wales/childQuestions.ts'
import { beforeContact } from './pieces/beforeContact.ts'

/**
 * The questions of form YOT1, asked on a page and read from a file alike. The names are the columns of the file with
 * hyphens for underscores; docs/files.md describes it for whoever sends it.
 */
export const policeNotification = arrivalForm({
  id: 'yot1',
  title: 'Police notification of a community resolution (form YOT1)',
  source: 'Youth Justice Plan 2022/23, paragraph 85',
  file: 'practice/milton-keynes/policeNotification.ts',
  called: 'notification',
  isSentAgain: true,
  fields: {
    'police-reference': {
      kind: 'text',
      label: 'Police reference',
      hint: 'The crime or occurrence number. Several children of one crime have the same.',
      required: 'Enter the police reference',
      maxLength: 40,
      width: 'medium',
      pattern: {
        test: /^[\p{L}\p{N}][\p{L}\p{N} /._-]*$/u,
        message: 'Police reference: use letters, figures, spaces and / . _ - only',
      },
    },
    received: {
      ...received,
      hint: 'The day the police sent it. The clocks start here.',
      required: 'Enter the day on which the notification was received',
    },
    ...childQuestions,
    offence: {
      kind: 'text',
      label: 'What happened',
      required: 'Say what the child is said to have done',
      maxLength: 500,
    },
    'offence-code': {
      kind: 'text',
      label: 'Home Office offence code',
      maxLength: 8,
      width: 'short',
      pattern: {
        test: /^\d{3}[/]?\d{2}$/,
        message: 'Offence code: five figures, like 10501 or 105/01, or leave it empty',
      },
    },
    'offence-date': {
      kind: 'date',
      label: 'When it happened',
      notAfterToday: 'When it happened: the day cannot be in the future',
    },
    outcome: {
      kind: 'code',
      label: 'Outcome',
      required: 'Choose the outcome',
      as: 'select',
      list: 'police-outcomes',
      includesPast: true,
    },
    'resolution-date': {
      kind: 'date',
      label: 'When the outcome was given',
      notAfterToday: 'When the outcome was given: the day cannot be in the future',
    },
    'victim-consent': {
      kind: 'choice',
      label: 'Has the victim agreed that we may get in touch?',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'not-asked', label: 'The police have not asked' },
        { value: 'no-victim', label: 'There is no victim' },
      ],
    },
    officer: { kind: 'text', label: 'Police officer', maxLength: 100, width: 'medium' },
    station: { kind: 'text', label: 'Station', maxLength: 100, width: 'medium' },
    'before-contact': beforeContact,
    notes: { kind: 'textarea', label: 'Anything else', maxLength: 2_100_000 },
  },
  says: {
    ...childQuestionsSay,
    received: 'received',
    reference: 'police-reference',
    'referrer-name': 'officer',
    'referrer-post': 'station',
    offence: 'offence',
    'offence-code': 'offence-code',
    'offence-date': 'offence-date',
    outcome: 'outcome',
    'outcome-date': 'resolution-date',
  },
  example: {
    'police-reference': '43/123456/26',
    received: '2026-11-20',
    'first-name': 'Imani',
    'family-name': 'Okafor-Reed',
    'date-of-birth': '2011-05-14',
    sex: '2',
    address: '12 Quarry Lane',
    postcode: 'MK9 3AA',
    school: 'Brookside Academy',
    'parent-name': 'Ruth Reed',
    offence: 'Broke a window of an empty shop',
    'offence-date': '2026-11-15',
    outcome: '8',
    'resolution-date': '2026-11-19',
    'victim-consent': 'not-asked',
  },
})
