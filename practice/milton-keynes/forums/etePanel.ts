import { forum } from '../../../src/engine/forums/index.ts'
import { told } from '../pieces/questions.ts'
import { noFurther, putOff } from './decisions.ts'
import { bringingAChild } from './referral.ts'
import { bringers, keepers, seat } from './seats.ts'

/** Education, training and employment of children who refuse school, learn at home or have fewer hours. */
export const etePanel = forum({
  id: 'ete-panel',
  title: 'Education, training and employment panel',
  short: 'ETE panel',
  summary:
    'Each child with a part-time timetable, who cannot go to school or learns at home has an education plan. The panel looks at it every eight weeks.',
  source: 'Youth Justice Plan 2022/23: education plans are reviewed every 8 weeks',
  file: 'practice/milton-keynes/forums/etePanel.ts',
  unverified: 'The day of the week, the hour and the quorum are our own.',
  cadence: { kind: 'weeks', every: 2, first: '2025-01-14', at: '10:00', minutes: 90 },
  agenda: ['child'],
  seats: {
    chair: seat.chair,
    education: seat.education,
    'social-care': seat.socialCare,
    health: seat.health,
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
    'plan-agreed': {
      title: 'The education plan is agreed',
      hint: 'It comes back in 8 weeks.',
      asks: {
        plan: told('What is the plan?', 'Say what the education plan is'),
        hours: {
          kind: 'number',
          label: 'How many hours a week will be offered?',
          min: 0,
          max: 60,
          decimals: true,
        },
      },
      sets: { backInWeeks: 8 },
    },
    'plan-changed': {
      title: 'The education plan is changed',
      hint: 'It comes back in 8 weeks.',
      asks: { plan: told('What is changed, and why?', 'Say what is changed, and why') },
      sets: { backInWeeks: 8 },
    },
    reached: { title: 'The aim is reached', hint: 'The child learns as others do.' },
    'no-further': noFurther,
    'put-off': putOff,
  },
})
