import { forum } from '../../../src/engine/forums/index.ts'
import { agreed, agreedWithChanges, notAgreed, noted, putOff } from './decisions.ts'
import { bringingAPaper } from './referral.ts'

/** The management board, by the seats that the plan lists. */
export const board = forum({
  id: 'board',
  title: 'Youth justice management board',
  short: 'Board',
  summary: 'Leads the partnership: it looks at the figures, the risks and the actions, and answers for them.',
  source: 'Youth Justice Plan 2022/23, appendix 1: members by agency and their attendance',
  file: 'practice/milton-keynes/forums/board.ts',
  unverified: 'The day of the week, the hour and the quorum are our own.',
  cadence: { kind: 'months', every: 3, first: '2025-01-01', which: 3, on: 4, at: '14:00', minutes: 150 },
  agenda: ['paper'],
  seats: {
    chair: {
      title: 'Director of children’s services',
      agency: 'Local authority',
      roles: ['board-member'],
      chairs: true,
    },
    families: { title: 'Head of children and families', agency: 'Local authority', roles: ['board-member'] },
    partnerships: { title: 'Head of partnerships', agency: 'Local authority', roles: ['board-member'] },
    education: { title: 'Head of education', agency: 'Local authority', roles: ['board-member'] },
    'public-health': { title: 'Public health', agency: 'Public health', roles: ['board-member'] },
    probation: { title: 'Probation', agency: 'Probation', roles: ['board-member'] },
    police: { title: 'Police area commander', agency: 'Police', roles: ['board-member'] },
    camhs: { title: 'CAMHS', agency: 'Health', roles: ['board-member'] },
    'health-commissioning': { title: 'Health commissioning', agency: 'Health', roles: ['board-member'] },
    court: { title: 'Youth magistrates', agency: 'Magistrates’ court', roles: ['board-member'] },
    service: { title: 'Manager of the service', agency: 'Youth justice service', roles: ['manager'] },
    volunteers: { title: 'Volunteers’ representative', agency: 'Volunteers', roles: ['board-member'] },
  },
  quorum: { seats: 6, always: ['service'] },
  referredBy: ['manager', 'senior', 'analyst', 'board-member', 'participation-worker'],
  keptBy: ['manager', 'business-support'],
  referral: bringingAPaper,
  actionsFrom: 'board',
  decisions: { agreed, 'with-changes': agreedWithChanges, noted, 'not-agreed': notAgreed, 'put-off': putOff },
})
