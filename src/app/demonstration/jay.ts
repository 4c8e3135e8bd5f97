import type { DemonstrationChild } from './demonstrationCase.ts'
import { screening } from './screening.ts'

/** The child of whom the tour and the pictures tell most: everything that a record can hold of somebody. */
export const jay: DemonstrationChild = {
  cells: {
    first_name: 'J',
    family_name: 'Okonkwo',
    other_names: 'Jay Okonkwo; JJ',
    sex: 'Male',
    ethnicity: 'B2',
    language: 'English',
    address: '88 Saxon Terrace',
    postcode: 'MK9 1EA',
    phone: '07700 900107',
    school: 'Milton Brook College',
    parent_name: 'Ngozi Okonkwo',
    parent_phone: '07700 900108',
    offence: 'Found with a small amount of cannabis',
    victim_consent: 'no-victim',
  },
  told: 'jay',
  born: [17, 61],
  receivedDaysAgo: 40,
  steps: [
    {
      step: 'screen',
      daysAgo: 33,
      typed: {
        ...screening,
        strengths: 'Mends bicycles for the whole street. Wants to be an engineer.',
        worries: 'His college says that he has missed Mondays since September.',
      },
    },
    {
      step: 'decide',
      daysAgo: 31,
      typed: { decision: 'suitable', reason: 'A mentor and help with college would do good.' },
    },
    { step: 'inform-police', daysAgo: 30, typed: { told: 'Help is offered.' } },
    {
      step: 'offer',
      daysAgo: 29,
      typed: {
        'offered-to': ['child', 'parent'],
        how: ['visit'],
        offered: 'Twelve weeks with a worker and a bicycle project.',
      },
    },
    {
      step: 'accept',
      daysAgo: 27,
      typed: {
        'accepted-by': ['child', 'parent'],
        hopes: '“I want to get my own stand at the market.”',
        sharing: 'yes',
      },
    },
    {
      step: 'allocate',
      daysAgo: 26,
      typed: { worker: 'officer@demo.throughline.invalid', 'why-worker': 'He knows about bicycles.' },
    },
    {
      step: 'start',
      daysAgo: 19,
      typed: {
        goals: '1. Finish the level 2 course. 2. A stand at the market by spring.',
        'child-safe': 'His mother and his uncle know where he is in the evening.',
        'others-safe': 'Nobody was harmed. He stays away from the underpass.',
      },
    },
  ],
  appointments: [
    {
      kind: 'home-visit',
      daysAgo: 18,
      time: '16:30',
      place: '88 Saxon Terrace',
      outcome: { kept: 'Met him and his mother. Made a plan for Mondays.' },
    },
    {
      kind: 'school',
      daysAgo: 11,
      time: '13:00',
      place: 'Milton Brook College',
      outcome: { kept: 'His tutor has moved the Monday lesson to the workshop.' },
    },
    {
      kind: 'office',
      daysAgo: 3,
      time: '15:00',
      place: 'Brook House',
      outcome: { missed: 'He said that he forgot', isAcceptable: false },
    },
    { kind: 'home-visit', daysAgo: 0, time: '16:30', place: '88 Saxon Terrace' },
    { kind: 'office', daysAgo: -7, time: '15:00', place: 'Brook House' },
  ],
  notes: [
    {
      kind: 'family',
      daysAgo: 17,
      text: 'His mother rang. She is glad about the plan. She works nights on Thursdays and asks us to ring after two.',
    },
    {
      kind: 'professional',
      daysAgo: 10,
      text: 'Tutor: much better since the change. Reads slowly but understands everything when it is drawn.',
      details: { 'with-whom': 'His tutor', agency: 'Milton Brook College' },
    },
    {
      kind: 'telephone',
      daysAgo: 9,
      text: 'She is afraid that his father has found out where they live: a car stood outside twice. She has told the police. Jay does not know.',
      sensitivity: 'sensitive',
      hasThirdParty: true,
      details: { 'with-whom': 'His mother', number: '07700 900108' },
    },
  ],
  around: {
    people: [
      {
        name: 'Chidi Okonkwo',
        kind: 'family',
        relationship: 'Uncle',
        livesWithChild: true,
        phone: '07700 900109',
        bestWay: 'Text first; at home after 6pm',
      },
      {
        name: 'Marlon Price',
        kind: 'parent',
        relationship: 'Father',
        hasParentalResponsibility: true,
        barred: 'The family court forbade contact. He must not learn of the address.',
      },
      {
        name: 'Uma Castell',
        kind: 'professional',
        relationship: 'Social worker',
        organisation: 'Children’s social care, north team',
        phone: '01632 960140',
      },
    ],
    facts: [
      {
        kind: 'addresses',
        said: { kind: 'home', address: '5 Canal Wharf', postcode: 'MK6 3BJ', lives_there: 'Both parents' },
        fromDaysAgo: 2_600,
        untilDaysAgo: 510,
      },
      {
        kind: 'addresses',
        said: {
          kind: 'home',
          address: '88 Saxon Terrace',
          postcode: 'MK9 1EA',
          lives_there: 'His mother and his uncle; a dog in the yard',
          confidential_from: 'Marlon Price, his father',
          note: 'Side gate; the front bell is broken',
        },
        fromDaysAgo: 510,
      },
      {
        kind: 'education',
        said: { kind: 'school', name: 'Brookfield School', note: 'Two exclusions in the last year' },
        fromDaysAgo: 1_900,
        untilDaysAgo: 140,
      },
      {
        kind: 'education',
        said: {
          kind: 'college',
          name: 'Milton Brook College',
          contact: 'His tutor, 01632 960150',
          note: 'Workshop lessons; no lessons on Wednesdays',
        },
        fromDaysAgo: 140,
      },
      {
        kind: 'care',
        said: {
          status: 'child-protection',
          authority: 'Milton Brook',
          note: 'While both parents lived together',
        },
        fromDaysAgo: 560,
        untilDaysAgo: 300,
      },
      {
        kind: 'care',
        said: {
          status: 'child-in-need',
          authority: 'Milton Brook',
          worker: 'Uma Castell',
          worker_contact: '01632 960140; duty desk 01632 960141',
        },
        fromDaysAgo: 300,
      },
    ],
    files: [
      {
        name: 'Letter from the college.txt',
        description: 'Letter from the college about Monday mornings',
        text: 'Dear Jay,\n\nfrom next week your Monday lesson is in the workshop and begins at half past ten.\n\nYour tutor\n',
      },
    ],
    agreements: [
      {
        what: 'How college is going, and when we meet',
        withWhom: 'Milton Brook College, his tutor',
        agreedBy: ['child', 'parent'],
        howAsked: 'We drew who would hear what. He said: “You tell college about Mondays, not about home.”',
        fromDaysAgo: 27,
        weeks: 26,
        shared: {
          what: 'That Monday mornings are hard, and why a later start helps',
          withWhom: 'His tutor at Milton Brook College',
          way: 'By phone',
          daysAgo: 12,
        },
      },
      {
        what: 'What the speech and language therapist found',
        withWhom: 'Milton Brook College, learning support',
        agreedBy: ['child'],
        howAsked: 'The therapist read it to him, and he chose what to leave out',
        fromDaysAgo: 120,
        weeks: 12,
        hasHealth: true,
      },
    ],
  },
  alert: { kind: 'dog', text: 'A dog in the yard: ring before you open the gate' },
}
