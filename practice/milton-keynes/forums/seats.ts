import type { Seat } from '../../../src/engine/forums/index.ts'
import {
  educationBring,
  exploitationBring,
  healthBring,
  policeBring,
  probationBring,
  socialCareBring,
  victimBring,
  youthJusticeBring,
} from './brings.ts'

/** Seats that more than one forum has. */
export const seat = {
  chair: {
    title: 'Chair',
    agency: 'Youth justice service',
    roles: ['manager', 'senior'],
    chairs: true,
  },
  youthJustice: {
    title: 'Youth justice service',
    agency: 'Youth justice service',
    roles: ['officer', 'senior', 'manager'],
    brings: youthJusticeBring,
  },
  police: {
    title: 'Police youth justice unit',
    agency: 'Police',
    roles: ['police-officer'],
    brings: policeBring,
  },
  socialCare: { title: 'Children’s social care', agency: 'Children’s social care', brings: socialCareBring },
  exploitationHub: {
    title: 'Missing and exploitation hub',
    agency: 'Children’s social care',
    brings: exploitationBring,
  },
  health: {
    title: 'CAMHS, and liaison and diversion',
    agency: 'Health',
    roles: ['health-worker'],
    brings: healthBring,
  },
  education: { title: 'Education', agency: 'Education', brings: educationBring },
  victims: {
    title: 'Victim worker',
    agency: 'Youth justice service',
    roles: ['victim-worker'],
    brings: victimBring,
  },
  speech: {
    title: 'Speech and language therapist',
    agency: 'Health',
    roles: ['speech-therapist'],
  },
  probation: { title: 'Probation', agency: 'Probation', brings: probationBring },
  earlyHelp: { title: 'Children and family practices', agency: 'Early help' },
} as const satisfies Record<string, Seat>

/** Whoever brings a child to a panel, and whoever looks after its meetings. */
export const bringers = [
  'officer',
  'senior',
  'manager',
  'police-officer',
  'speech-therapist',
  'health-worker',
] as const
export const keepers = ['manager', 'senior', 'business-support'] as const
