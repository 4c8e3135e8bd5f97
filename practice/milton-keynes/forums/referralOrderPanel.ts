import { forum } from '../../../src/engine/forums/index.ts'
import { told } from '../pieces/questions.ts'
import { putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { keepers, seat } from './seats.ts'

/** Volunteers, the child, the family and whoever was harmed agree a contract. */
export const referralOrderPanel = forum({
  id: 'referral-order-panel',
  title: 'Referral order panel',
  summary:
    'Trained volunteers meet the child and the family, and whoever was harmed if they wish. They agree a contract, look at how it goes, and end it.',
  source:
    'Sentencing Act 2020, part 6, chapter 1: youth offender panels; the order runs from the day on which the contract is agreed',
  file: 'practice/milton-keynes/forums/referralOrderPanel.ts',
  unverified: 'Quorum and the weeks until a review are our own.',
  cadence: { kind: 'as-needed', at: '17:00', minutes: 60 },
  agenda: ['child'],
  seats: {
    leader: { title: 'Panel leader', agency: 'Volunteers', chairs: true },
    member: { title: 'Panel member', agency: 'Volunteers' },
    'youth-justice': { ...seat.youthJustice },
    victims: seat.victims,
  },
  quorum: { seats: 3, always: ['leader', 'member', 'youth-justice'] },
  referredBy: ['officer', 'senior', 'manager'],
  keptBy: [...keepers, 'volunteer-coordinator'],
  referral: bringingAChild,
  pack: ['offences', 'work', 'communication', 'education', 'harmed'],
  actionsFrom: 'panel',
  decisions: {
    contract: {
      title: 'A contract is agreed',
      hint: 'The order begins today.',
      asks: {
        contract: told('What does the child agree to do?', 'Say what the child agrees to do'),
        repair: told('How is the harm repaired?', 'Say how the harm is repaired, or why it is not'),
        months: {
          kind: 'number',
          label: 'For how many months?',
          required: 'Give the months of the order',
          min: 3,
          max: 12,
        },
      },
      sets: { backInWeeks: 12 },
    },
    'goes-on': {
      title: 'The contract goes on',
      asks: {
        changes: told('What goes well, and what is changed?', 'Say what goes well, and what is changed'),
      },
      sets: { backInWeeks: 12 },
    },
    'back-to-court': {
      title: 'Back to court',
      asks: { why: told('Why does it go back to court?', 'Say why it goes back to court') },
      sets: { actions: [{ what: 'Take the order back to court', seat: 'youth-justice', workingDays: 5 }] },
    },
    completed: { title: 'The order is completed' },
    'put-off': putOff,
  },
})
