import fc from 'fast-check'
import { expect, test } from 'vitest'
import { from } from '../../kernel/period.ts'
import { type FormVersion, judgementChanges } from './index.ts'

const levels = ['low', 'medium', 'high', 'very-high'] as const
const version: FormVersion = {
  inForce: from('2026-01-01'),
  sections: {
    judged: {
      title: 'Judged',
      fields: {
        asked: {
          kind: 'choice',
          label: 'Asked?',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
        harm: {
          kind: 'choice',
          label: 'How high is it?',
          judges: 'the risk of harm',
          appliesWhen: { field: 'asked', is: ['yes'] },
          options: levels.map(value => ({ value, label: value.toUpperCase() })),
        },
      },
    },
  },
}
const judged = (harm: string | undefined, asked = 'yes') => ({
  version,
  answers: { asked, ...(harm === undefined ? {} : { harm }) },
})

test('a judgement that rose since the last signed form is said with both levels', () => {
  expect(judgementChanges(judged('high'), [judged('medium'), judged('very-high')])).toEqual([
    { name: 'harm', of: 'the risk of harm', was: 'MEDIUM', is: 'HIGH', isHigher: true },
  ])
  expect(judgementChanges(judged('low'), [judged('medium')])[0]?.isHigher).toBe(false)
})

test('a form between them that did not judge is passed over', () => {
  expect(judgementChanges(judged('high'), [judged(undefined), judged('low')])[0]?.was).toBe('LOW')
  expect(judgementChanges(judged('high'), [judged('very-high', 'no'), judged('high')])).toEqual([])
})

test('the first judgement has not changed; nor has one that is not made', () => {
  expect(judgementChanges(judged('high'), [])).toEqual([])
  expect(judgementChanges(judged(undefined), [judged('low')])).toEqual([])
})

test('a judgement changes in one way exactly where its level is another, and back in the other', () => {
  const level = fc.constantFrom(...levels)
  fc.assert(
    fc.property(level, level, (one, other) => {
      const there = judgementChanges(judged(one), [judged(other)])
      const back = judgementChanges(judged(other), [judged(one)])
      expect(there.length === 0).toBe(one === other)
      expect(there[0]?.isHigher === back[0]?.isHigher).toBe(one === other)
    }),
  )
})
