import { forum } from '../../../src/engine/forums/index.ts'
import { noFurther, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** A short look at what came in about children who were missing, exploited or trafficked. */
export const touchdown = forum({
  id: 'cmet-touchdown',
  title: 'Children Missing, Exploited or Trafficked: touchdown meeting',
  short: 'CMET touchdown',
  summary:
    'A short meeting on what came in since the last one: what is done at once, and who goes to the panel.',
  source:
    'Youth Justice Plan 2022/23: the screening tool is discussed here before the Missing and Exploitation Panel',
  file: 'practice/milton-keynes/forums/touchdown.ts',
  unverified: 'How often it meets, the hour and the quorum are our own.',
  cadence: { kind: 'weeks', every: 1, first: '2025-01-06', at: '09:15', minutes: 30 },
  agenda: ['child'],
  seats: {
    chair: seat.chair,
    hub: { ...seat.exploitationHub, chairs: true },
    police: seat.police,
    'social-care': seat.socialCare,
  },
  quorum: { seats: 2, always: ['hub'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['work', 'concerns'],
  actionsFrom: 'panel',
  decisions: {
    panel: {
      title: 'To the Missing and Exploitation Panel',
      sets: {
        actions: [
          { what: 'Bring the child to the Missing and Exploitation Panel', seat: 'hub', workingDays: 5 },
        ],
      },
    },
    'act-now': {
      title: 'Act at once',
      hint: 'What cannot wait for a panel.',
      sets: {
        actions: [
          { what: 'Do what was agreed, and say what came of it', seat: 'social-care', workingDays: 1 },
        ],
      },
    },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
