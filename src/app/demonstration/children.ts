import type { NoteDetails, NoteKind, Sensitivity } from '../../record/notes/index.ts'
import type { DemonstrationAround } from './addAround.ts'
import type { DemonstrationEmail } from './people.ts'

/** How a child of the demonstration came, and how far the case has come since, in days before today: it is never stale. */
export type DemonstrationCase = {
  /** A day, where the example file tells of the same child; otherwise an age, so that it fits whatever today is. */
  born: string | readonly [years: number, days: number]
  receivedDaysAgo: number
  /** Steps of the pathway, each so many days ago, with what was typed. */
  steps: readonly { step: string; daysAgo: number; typed: Record<string, string | readonly string[]> }[]
  appointments?: readonly DemonstrationAppointment[]
  notes?: readonly {
    kind: NoteKind
    daysAgo: number
    text: string
    sensitivity?: Sensitivity
    hasThirdParty?: boolean
    details?: NoteDetails
    with?: DemonstrationEmail
  }[]
  around?: DemonstrationAround
  alert?: { kind: 'dog' | 'two-workers'; text: string }
  /** Somebody has said who it is, although no step has been taken yet. */
  isIdentified?: boolean
  /** Closed without a case: why, and how many days ago. */
  closed?: { why: string; daysAgo: number }
  /** The child of an earlier case, by the key of that case: not somebody new. */
  sameChildAs?: string
  /** Where the child lives since so many days. */
  moved?: { daysAgo: number; address: string; postcode: string }
  /** Another name by which the child is known. */
  otherName?: string
  /** The name under which a later case finds the child. */
  key?: string
}

/** A child of whom the police told, all invented: the cells of the notification, as a file would bring them. */
export type DemonstrationChild = DemonstrationCase & { cells: Record<string, string> }

/** Stands in what is typed for the day on which the step is taken. */
export const onTheDay = 'on the day'

export type DemonstrationAppointment = {
  kind: 'home-visit' | 'school' | 'office'
  /** Negative: still to come. */
  daysAgo: number
  time: string
  place: string
  /** Whom the child meets: left out, the first officer. */
  with?: DemonstrationEmail
  outcome?:
    | { kept: string }
    /** `followedUp`: what was done, so many days after. */
    | { missed: string; isAcceptable: boolean; followedUp?: string; after?: number }
}

const screening = {
  'asked-of': ['child', 'parent', 'school'],
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
}

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
  {
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
  },
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
