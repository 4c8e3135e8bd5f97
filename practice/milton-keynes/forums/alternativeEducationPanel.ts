import { forum } from '../../../src/engine/forums/index.ts'
import { told } from '../pieces/questions.ts'
import { noFurther, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** Children who may have to leave their school for alternative provision. */
export const alternativeEducationPanel = forum({
  id: 'alternative-education-panel',
  title: 'Alternative Education Panel',
  summary:
    'Looks at each child who may leave a school for alternative provision. Nobody moves before speech, language and communication have been looked at.',
  source:
    'Youth Justice Plan 2022/23: the panel makes sure that communication needs were assessed, and adjustments tried, before a move is agreed',
  file: 'practice/milton-keynes/forums/alternativeEducationPanel.ts',
  unverified: 'How often it meets, the hour and the quorum are our own.',
  cadence: { kind: 'weeks', every: 2, first: '2025-01-09', at: '14:00', minutes: 120 },
  agenda: ['child'],
  seats: {
    chair: { title: 'Chair', agency: 'Schools', chairs: true },
    education: seat.education,
    school: { title: 'The child’s school', agency: 'Schools' },
    'social-care': seat.socialCare,
    speech: seat.speech,
    'youth-justice': seat.youthJustice,
  },
  quorum: { seats: 3, always: ['education'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: bringingAChild,
  pack: ['work', 'communication', 'education'],
  actionsFrom: 'panel',
  decisions: {
    stays: {
      title: 'Stays at the school, with support',
      asks: { support: told('What is changed for the child?', 'Say what is changed for the child') },
      sets: { backInWeeks: 6 },
    },
    communication: {
      title: 'Communication is assessed first',
      hint: 'No move is agreed before it is known how the child understands and speaks.',
      sets: {
        actions: [{ what: 'Assess speech, language and communication', seat: 'speech', workingDays: 15 }],
        backInWeeks: 4,
      },
    },
    moves: {
      title: 'Moves to alternative provision',
      asks: {
        where: told(
          'Where, from when, and how does the child come back?',
          'Say where, from when, and how the child comes back',
        ),
      },
      sets: { backInWeeks: 12 },
    },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
