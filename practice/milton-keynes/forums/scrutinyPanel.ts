import { forum } from '../../../src/engine/forums/index.ts'
import { agreed, noted, putOff } from './decisions.ts'
import { bringingAPaper } from './referral.ts'
import { keepers } from './seats.ts'

/** Looks back on decisions that were made out of court: were they right, fair, and quick? */
export const scrutinyPanel = forum({
  id: 'scrutiny-panel',
  title: 'Out-of-court scrutiny panel',
  summary:
    'People from outside look at a sample of decisions that were made out of court, each for themselves first, then together. What they find goes to the board.',
  source:
    'Guidance on out-of-court resolutions asks for scrutiny by people who took no part; not read at its source',
  file: 'practice/milton-keynes/forums/scrutinyPanel.ts',
  unverified: 'Seats, quorum and how often it meets are our own.',
  cadence: { kind: 'months', every: 3, first: '2025-02-01', which: 2, on: 2, at: '14:00', minutes: 180 },
  agenda: ['paper'],
  seats: {
    chair: { title: 'Chair, from outside', agency: 'Independent', chairs: true },
    magistrate: { title: 'Youth magistrate', agency: 'Magistrates’ court' },
    prosecution: { title: 'Crown Prosecution Service', agency: 'Crown Prosecution Service' },
    police: { title: 'Police', agency: 'Police', roles: ['police-officer'] },
    service: {
      title: 'Youth justice service',
      agency: 'Youth justice service',
      roles: ['senior', 'manager'],
    },
    public: { title: 'Member of the public', agency: 'Independent' },
  },
  quorum: { seats: 3 },
  referredBy: ['senior', 'manager', 'analyst'],
  keptBy: keepers,
  referral: bringingAPaper,
  actionsFrom: 'panel',
  decisions: { agreed, noted, 'put-off': putOff },
})
