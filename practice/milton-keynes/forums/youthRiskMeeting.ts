import { forum } from '../../../src/engine/forums/index.ts'
import { noFurther, planAndLookAgain, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** Children at risk of serious violence, knife crime or being used to deal drugs. */
export const youthRiskMeeting = forum({
  id: 'youth-risk-meeting',
  title: 'Youth Risk Meeting',
  summary:
    'The agencies share what they know of children who may come to serious harm or do it, and agree one plan for each.',
  source:
    'Youth Justice Plan 2022/23: youth justice, police, education, social care, probation, youth services and health',
  file: 'practice/milton-keynes/forums/youthRiskMeeting.ts',
  unverified: 'How often it meets, the hour and the quorum are our own.',
  cadence: { kind: 'weeks', every: 2, first: '2025-01-07', at: '13:30', minutes: 120 },
  agenda: ['child'],
  seats: {
    chair: seat.chair,
    police: seat.police,
    'social-care': seat.socialCare,
    education: seat.education,
    health: seat.health,
    probation: seat.probation,
    'early-help': seat.earlyHelp,
    'youth-justice': seat.youthJustice,
  },
  quorum: { seats: 4, always: ['police', 'social-care'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['offences', 'work', 'concerns', 'communication', 'education', 'harmed'],
  actionsFrom: 'panel',
  decisions: {
    plan: planAndLookAgain(4),
    prevention: {
      title: 'Offer prevention',
      hint: 'The service offers voluntary work.',
      sets: {
        actions: [{ what: 'Refer to prevention', seat: 'youth-justice', workingDays: 5 }],
      },
    },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
