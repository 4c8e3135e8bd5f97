import { expect, test } from 'vitest'
import { always } from '../../kernel/period.ts'
import { daysGone } from './daysGone.ts'

const version = {
  inForce: always,
  sections: {
    plan: {
      title: 'Plan',
      fields: {
        fits: {
          kind: 'choice',
          label: 'Does it fit?',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        next: {
          kind: 'date',
          label: 'When is the next review?',
          notBeforeToday: 'The next review cannot lie in the past',
          appliesWhen: { field: 'fits', is: ['yes'] },
        },
        seen: { kind: 'date', label: 'When was the child seen?' },
      },
    },
  },
} as const

const today = Temporal.PlainDate.from('2026-11-21')

test.each([
  [{ fits: 'yes', next: '2026-11-20' }, ['next']],
  [{ fits: 'yes', next: '2026-11-21' }, []],
  [{ fits: 'no', next: '2026-11-20' }, []],
  [{ fits: 'yes', seen: '2026-11-20' }, []],
])('of %o the days gone by are %o', (answers, names) => {
  expect(daysGone(version, answers, today).map(({ name }) => name)).toEqual(names)
})
