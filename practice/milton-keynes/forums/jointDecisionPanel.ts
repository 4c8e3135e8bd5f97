import { forum } from '../../../src/engine/forums/index.ts'
import { putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** Decides, with the police, what follows on an offence out of court. */
export const jointDecisionPanel = forum({
  id: 'joint-decision-panel',
  title: 'Joint decision-making panel',
  short: 'JDMP',
  summary:
    'Every week the service, the police, social care’s hub and health look together at each child whom the police may deal with out of court. The view of whoever was harmed is heard first.',
  source:
    'Youth Justice Plan 2022/23: weekly, jointly chaired with the police, with the missing and exploitation hub and liaison and diversion',
  file: 'practice/milton-keynes/forums/jointDecisionPanel.ts',
  unverified: 'The day of the week, the hour and the quorum are our own.',
  cadence: { kind: 'weeks', every: 1, first: '2025-01-09', at: '10:00', minutes: 120 },
  agenda: ['child'],
  seats: {
    chair: seat.chair,
    police: { ...seat.police, chairs: true },
    hub: seat.exploitationHub,
    health: seat.health,
    education: seat.education,
    'social-care': seat.socialCare,
    victims: seat.victims,
    'youth-justice': seat.youthJustice,
  },
  quorum: { seats: 3, always: ['police'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['offences', 'work', 'concerns', 'communication', 'education', 'harmed'],
  actionsFrom: 'panel',
  decisions: {
    'no-further-action': { title: 'No further action' },
    'community-resolution': { title: 'Community resolution (Outcome 8)' },
    'outcome-20': { title: 'Outcome 20', hint: 'Another body or agency acts.' },
    'outcome-21': { title: 'Outcome 21', hint: 'More investigation is not in the public interest.' },
    'outcome-22': { title: 'Outcome 22', hint: 'Something is done that helps; no admission is needed.' },
    'outcome-23': {
      title: 'Outcome 23',
      hint: 'Prosecution is deferred, on conditions; no admission is needed.',
    },
    'youth-caution': { title: 'Youth caution' },
    'youth-conditional-caution': { title: 'Youth conditional caution' },
    charge: { title: 'Charge' },
    'put-off': putOff,
  },
  lastWord: 'The panel decides jointly. Where it cannot agree, the decision is the police’s.',
})
