import { type DemonstrationChild, onTheDay } from './demonstrationCase.ts'
import type { DemonstrationReferral } from './referrals.ts'
import { screening } from './screening.ts'

/** Children who have said yes this week, and wait for a senior to name the worker. */
export const acceptedAfterNotice: DemonstrationChild = {
  cells: {
    first_name: 'Joel',
    family_name: 'Hartnoll-Diaz',
    sex: 'Male',
    ethnicity: 'M9',
    language: 'English',
    address: '27 Osier Bank',
    postcode: 'MK3 7NP',
    phone: '07700 900131',
    school: 'Ousel Valley School',
    parent_name: 'Pilar Diaz',
    parent_phone: '07700 900132',
    offence: 'Wrote on the wall of the underpass',
    victim_consent: 'yes',
  },
  born: [14, 96],
  receivedDaysAgo: 13,
  steps: [
    {
      step: 'screen',
      daysAgo: 9,
      typed: {
        ...screening,
        strengths: 'Draws on everything. His art teacher keeps a wall free for him.',
        worries: 'Nothing at home. He is bored, and says so.',
      },
    },
    {
      step: 'decide',
      daysAgo: 8,
      typed: { decision: 'suitable', reason: 'The workshop has room, and he wants to paint.' },
    },
    { step: 'inform-police', daysAgo: 7, typed: { told: 'Help is offered.' } },
    {
      step: 'offer',
      daysAgo: 6,
      typed: {
        'offered-to': ['child', 'parent'],
        how: ['visit'],
        offered: 'Twelve weeks, and a wall to paint.',
      },
    },
    {
      step: 'accept',
      daysAgo: 2,
      typed: {
        'accepted-by': ['child', 'parent'],
        hopes: '“A real wall. With my name on it.”',
        sharing: 'yes',
      },
    },
  ],
}

export const acceptedAfterReferral: DemonstrationReferral = {
  route: 'early-help',
  typed: {
    'referrer-name': 'Colm Hayle',
    'referrer-post': 'Family support worker',
    'referrer-email': 'c.hayle@earlyhelp.example',
    'first-name': 'Senna',
    'family-name': 'Rowbotham-Ali',
    sex: '2',
    ethnicity: 'M3',
    language: 'English',
    address: '14 Tannery Walk',
    postcode: 'MK11 4BD',
    school: 'Brookfield School',
    'parent-name': 'Maryam Ali',
    'parent-phone': '07700 900134',
    'strengths-seen': 'Runs faster than anybody in her year. Looks after her little brother.',
    'worried-about': ['missing'],
    'what-happened': 'Out until two in the morning three times, and would not say where.',
    'child-knows': 'both',
  },
  born: [13, 201],
  receivedDaysAgo: 12,
  steps: [
    {
      step: 'screen',
      daysAgo: 8,
      typed: {
        ...screening,
        'asked-of': ['referrer', 'child', 'parent'],
        'shared-with-hub': onTheDay,
        strengths: 'Honest about where she was. Her mother sits with her until she talks.',
        worries: 'Older friends whom nobody at home knows.',
      },
    },
    {
      step: 'triage',
      daysAgo: 7,
      typed: { decision: 'suitable', reason: 'She asks for somebody to run with, and to talk with.' },
    },
    {
      step: 'offer',
      daysAgo: 5,
      typed: { 'offered-to': ['child', 'parent'], how: ['visit'], offered: 'Sixteen weeks with a worker.' },
    },
    {
      step: 'accept',
      daysAgo: 1,
      typed: {
        'accepted-by': ['child', 'parent'],
        hopes: '“Somebody who can keep up.”',
        sharing: 'yes',
        'best-times': 'Not on Wednesdays: training.',
      },
    },
  ],
}
