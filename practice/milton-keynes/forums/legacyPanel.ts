import { forum } from '../../../src/engine/forums/index.ts'
import { pastDay, told } from '../pieces/questions.ts'
import { noFurther, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** Part-time timetables that have lasted more than six weeks. */
export const legacyPanel = forum({
  id: 'legacy-panel',
  title: 'Legacy Panel',
  summary:
    'Looks at every part-time timetable that has lasted more than six weeks, until the child is back in full-time education.',
  source: 'Youth Justice Plan 2022/23: part-time timetables in place for longer than 6 weeks',
  file: 'practice/milton-keynes/forums/legacyPanel.ts',
  unverified: 'How often it meets, the hour and the quorum are our own.',
  cadence: { kind: 'months', every: 1, first: '2025-01-01', which: 2, on: 4, at: '09:30', minutes: 90 },
  agenda: ['child'],
  seats: {
    chair: { title: 'Chair', agency: 'Education', chairs: true },
    education: seat.education,
    school: { title: 'The child’s school', agency: 'Schools' },
    'social-care': seat.socialCare,
    'youth-justice': seat.youthJustice,
  },
  quorum: { seats: 3, always: ['education'] },
  referredBy: bringers,
  keptBy: keepers,
  referral: {
    since: pastDay('Since when has the timetable been part-time?', {
      required: 'Give the day on which the part-time timetable began',
    }),
    hours: { kind: 'number', label: 'How many hours a week is it?', min: 0, max: 30, decimals: true },
    ...bringingAChild,
  },
  pack: ['work', 'communication', 'education'],
  actionsFrom: 'panel',
  decisions: {
    back: {
      title: 'A day is agreed for full time',
      asks: {
        plan: told('When, and how does the child get there?', 'Say when, and how the child gets there'),
      },
      sets: { backInWeeks: 6 },
    },
    challenge: {
      title: 'The school is asked to explain',
      sets: {
        actions: [{ what: 'Ask the school for its reasons and its plan', seat: 'education', workingDays: 5 }],
        backInWeeks: 4,
      },
    },
    'full-time': { title: 'The child is back full time' },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
