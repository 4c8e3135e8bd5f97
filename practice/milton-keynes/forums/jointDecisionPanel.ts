import type { Fields } from '../../../src/engine/forms/index.ts'
import { forum } from '../../../src/engine/forums/index.ts'
import { admittedForCaution, admittedForResolution, gravity, whoDecided } from '../pieces/gravity.ts'
import { putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/**
 * An outcome: the score and who decided are asked with it, and it is written into the case. Outcomes of the police’s list are offered only
 * on days on which they may be recorded.
 */
const outcome = (code: string, needs: Fields = {}) => ({
  asks: { ...needs, ...whoDecided, ...gravity },
  ...(code !== 'none' && { records: { list: 'police-outcomes', code } }),
  sets: { step: { id: 'decide-outcome', answers: { 'police-outcome': code }, reasons: 'reason' } },
})

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
    'no-further-action': { title: 'No further action', ...outcome('none') },
    'community-resolution': {
      title: 'Community resolution (Outcome 8)',
      ...outcome('8', admittedForResolution),
    },
    'outcome-20': { title: 'Outcome 20', hint: 'Another body or agency acts.', ...outcome('20') },
    'outcome-21': {
      title: 'Outcome 21',
      hint: 'More investigation is not in the public interest.',
      ...outcome('21'),
    },
    'outcome-22': {
      title: 'Outcome 22',
      hint: 'Something is done that helps; no admission is needed.',
      ...outcome('22'),
    },
    'outcome-23': {
      title: 'Outcome 23',
      hint: 'Prosecution is deferred, on conditions; no admission is needed.',
      ...outcome('23'),
    },
    'youth-caution': {
      title: 'Youth caution',
      hint: 'The child must admit the offence.',
      ...outcome('2', admittedForCaution),
    },
    'youth-conditional-caution': {
      title: 'Youth conditional caution',
      hint: 'The child must admit the offence.',
      ...outcome('2A', admittedForCaution),
    },
    charge: { title: 'Charge', ...outcome('1') },
    'put-off': putOff,
  },
  lastWord: 'The panel decides jointly. Where it cannot agree, the decision is the police’s.',
})
