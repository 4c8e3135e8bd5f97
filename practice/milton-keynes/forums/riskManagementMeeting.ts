import { forum } from '../../../src/engine/forums/index.ts'
import { noFurther, planAndLookAgain, putOff } from './decisions.ts'
import { judgementOf } from './levels.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** A child of high concern: for others’ safety, or for the child’s own. */
export const riskManagementMeeting = forum({
  id: 'risk-management-meeting',
  title: 'Risk management meeting',
  summary:
    'Called for a child of whom serious harm is feared, to others or to the child. It agrees who does what if things go wrong.',
  source: 'The service’s own meeting; practice of services in England and Wales',
  file: 'practice/milton-keynes/forums/riskManagementMeeting.ts',
  unverified: 'Seats, quorum and the weeks until it meets again are our own.',
  cadence: { kind: 'as-needed', at: '11:00', minutes: 60 },
  agenda: ['child'],
  seats: {
    chair: seat.chair,
    'youth-justice': seat.youthJustice,
    police: seat.police,
    'social-care': seat.socialCare,
    health: seat.health,
    victims: seat.victims,
  },
  quorum: { seats: 3, always: ['chair'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['offences', 'work', 'concerns', 'communication', 'education', 'harmed'],
  actionsFrom: 'panel',
  decisions: {
    level: {
      title: 'A plan at the agreed level',
      hint: 'It comes back in 6 weeks.',
      asks: judgementOf,
      sets: { backInWeeks: 6 },
    },
    'look-again': planAndLookAgain(4),
    'no-further': noFurther,
    'put-off': putOff,
  },
})
