import { forum } from '../../../src/engine/forums/index.ts'
import { noFurther, planAndLookAgain, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { keepers, seat } from './seats.ts'

/** Children who may be drawn into terrorism. */
export const channel = forum({
  id: 'channel',
  title: 'Channel Panel',
  summary: 'Offers help to children who may be drawn into terrorism. Taking it is voluntary.',
  source:
    'Counter-Terrorism and Security Act 2015, section 36: the local authority chairs it; police and partners take part',
  file: 'practice/milton-keynes/forums/channel.ts',
  unverified: 'How often it meets, the hour and the quorum are our own.',
  cadence: { kind: 'months', every: 1, first: '2025-01-01', which: 1, on: 2, at: '10:00', minutes: 120 },
  agenda: ['child'],
  seats: {
    chair: { title: 'Chair', agency: 'Local authority', chairs: true },
    police: { ...seat.police, title: 'Police counter-terrorism case officer' },
    'social-care': seat.socialCare,
    education: seat.education,
    health: seat.health,
    'youth-justice': seat.youthJustice,
  },
  quorum: { seats: 3, always: ['chair', 'police'] },
  referredBy: ['senior', 'manager', 'police-officer'],
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['work', 'concerns', 'communication', 'education'],
  actionsFrom: 'panel',
  decisions: {
    adopted: planAndLookAgain(4),
    'other-help': {
      title: 'Other help is right',
      sets: { actions: [{ what: 'Refer to the help that was agreed', seat: 'social-care', workingDays: 5 }] },
    },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
