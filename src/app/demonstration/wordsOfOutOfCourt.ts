import type { Answers } from '../../engine/forms/index.ts'

/** What happened to a child whom the police may deal with out of court. All invented. */
export type Told = {
  offence: string
  offenceDaysAgo: number
  steps: readonly { step: string; daysAgo: number; answers: Answers }[]
  /** Something was agreed and is being done. */
  isAgreed?: true
}

const screening: Answers = {
  'asked-of': ['child', 'parent', 'school'],
  strengths: 'Looks after a younger brother, and turns up when it matters.',
  worries: 'Evenings without anything to do.',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
}

export const outOfCourtStories: readonly Told[] = [
  {
    offence: 'Took sports clothes from a shop and put them on',
    offenceDaysAgo: 48,
    isAgreed: true,
    steps: [
      {
        step: 'receive',
        daysAgo: 34,
        answers: { 'offence-kind': 'other', admitted: 'yes', 'victim-consent': 'yes' },
      },
      { step: 'screen', daysAgo: 25, answers: screening },
      {
        step: 'hear-victim',
        daysAgo: 22,
        answers: { 'victim-asked': 'yes', 'victim-view': 'An honest word, and help in the stock room.' },
      },
      {
        step: 'decide-outcome',
        daysAgo: 18,
        answers: {
          'police-outcome': '8',
          'admitted-for-resolution': 'admits',
          'decided-by': 'joint',
          'gravity-offence': '2',
          mitigating: 'First time, and he said so at once.',
          'gravity-final': '2',
          departs: 'no',
          reason: 'He can put it right himself, and the shop wishes it.',
        },
      },
      {
        step: 'inform-police',
        daysAgo: 17,
        answers: { told: 'Community resolution, with three things to do.' },
      },
      {
        step: 'tell-child',
        daysAgo: 14,
        answers: {
          'told-to': ['child', 'parent'],
          how: ['visit'],
          'child-said': 'I thought it would be worse.',
        },
      },
      { step: 'allocate', daysAgo: 12, answers: { worker: '' } },
    ],
  },
  {
    offence: 'Carried a kitchen knife to the park',
    offenceDaysAgo: 30,
    steps: [
      {
        step: 'receive',
        daysAgo: 20,
        answers: { 'offence-kind': 'weapon', admitted: 'no-comment', 'victim-consent': 'no-victim' },
      },
      { step: 'screen-grave', daysAgo: 12, answers: screening },
    ],
  },
  {
    offence: 'Broke the window of a bus shelter',
    offenceDaysAgo: 9,
    steps: [
      {
        step: 'receive',
        daysAgo: 2,
        answers: { 'offence-kind': 'other', admitted: 'accepts', 'victim-consent': 'not-asked' },
      },
    ],
  },
]

export const agreedThings: readonly { what: string; why: string; dueIn: number; hours: number | null }[] = [
  {
    what: 'Write to the shop: what happened, and what I want to say',
    why: 'The shop asked for an honest word.',
    dueIn: 1,
    hours: null,
  },
  { what: 'Help in the stock room', why: 'To give back some of the work it caused.', dueIn: 4, hours: 6 },
  {
    what: 'Come and think about what to do on Friday evenings',
    why: 'It was a Friday evening when it happened.',
    dueIn: 24,
    hours: 3,
  },
]
