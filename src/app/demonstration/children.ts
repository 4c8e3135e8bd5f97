import type { DemonstrationChild } from './demonstrationCase.ts'
import { jay } from './jay.ts'
import { screening } from './screening.ts'

/** Children of whom the police told, whom the pictures and the tour tell of. */
export const demonstrationChildren: readonly DemonstrationChild[] = [
  {
    cells: {
      first_name: 'Kacper',
      family_name: 'Zieliński-Moor',
      sex: 'Male',
      ethnicity: 'W9',
      language: 'Polish',
      needs_interpreter: 'yes',
      address: '12 Harrier Court',
      postcode: 'MK6 2TT',
      school: 'Loughton Brook Academy',
      parent_name: 'Ewa Zielińska',
      parent_phone: '07700 900102',
      offence: 'Took a bicycle from outside a shop and left it in a park',
      victim_consent: 'yes',
    },
    born: [15, 280],
    receivedDaysAgo: 4,
    steps: [],
  },
  {
    cells: {
      first_name: 'Amara',
      family_name: "O'Neill-Bassey",
      other_names: 'Amy Neill',
      sex: 'Female',
      ethnicity: 'M2',
      language: 'English',
      address: '3 Larkspur Row',
      postcode: 'MK14 5AB',
      school: 'Brookfield School',
      parent_name: 'Grace Bassey',
      parent_phone: '07700 900104',
      offence: 'Pushed another girl at a bus stop; no injury',
      offence_code: '10501',
      victim_consent: 'not-asked',
    },
    born: '2012-02-29',
    receivedDaysAgo: 12,
    steps: [
      {
        step: 'screen',
        daysAgo: 6,
        typed: {
          ...screening,
          strengths: 'Sings in two choirs. Her aunt stands by her, and her form tutor likes her.',
          worries: 'Her mother is worried about older girls whom she meets after school.',
        },
      },
    ],
  },
  {
    cells: {
      first_name: 'Emre',
      family_name: 'Aydın-Cole',
      sex: 'Male',
      ethnicity: 'O9',
      language: 'Turkish',
      address: 'no fixed address',
      phone: '07700 900105',
      offence: 'Broke a window of an empty shop',
      victim_consent: 'no-victim',
    },
    born: [16, 140],
    receivedDaysAgo: 24,
    steps: [],
  },
  jay,
  {
    cells: {
      first_name: 'ليلى',
      family_name: 'حداد',
      other_names: 'Layla Haddad',
      sex: 'Female',
      ethnicity: 'O2',
      language: 'Arabic',
      needs_interpreter: 'yes',
      address: '5 Mill Lane',
      postcode: 'MK12 5RT',
      school: 'Stantonbury Mead School',
      parent_name: 'Samir Haddad',
      parent_phone: '07700 900110',
      offence: 'Took make-up from a shop; it was given back',
      victim_consent: 'yes',
    },
    born: '2012-12-11',
    receivedDaysAgo: 60,
    steps: [
      {
        step: 'screen',
        daysAgo: 52,
        typed: {
          ...screening,
          strengths: 'Helps her grandmother. Good at drawing.',
          worries: 'Nothing beyond this one day.',
        },
      },
      {
        step: 'decide',
        daysAgo: 50,
        typed: { decision: 'suitable', reason: 'The family asked for somebody to talk with.' },
      },
      {
        step: 'inform-police',
        daysAgo: 49,
        typed: { told: 'Help is offered; the family will answer within a week.' },
      },
      {
        step: 'offer',
        daysAgo: 48,
        typed: {
          'offered-to': ['child', 'parent'],
          how: ['visit'],
          offered: 'Twelve weeks, with an interpreter.',
        },
      },
      {
        step: 'decline',
        daysAgo: 41,
        typed: {
          'declined-by': ['child', 'parent'],
          'why-declined': ['has-help'],
          'in-their-words': '“My aunt has time for me now.”',
          'ask-again': 'yes',
        },
      },
    ],
  },
]
