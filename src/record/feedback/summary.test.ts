import { expect, test } from 'vitest'
import type { FeedbackForm } from '../../engine/feedback/index.ts'
import { countsOf, countWords } from './summary.ts'

const form: FeedbackForm = {
  id: 'a-form',
  from: 'child',
  title: 'How was it?',
  intro: [],
  thanks: 'Thank you',
  fields: {
    fair: {
      kind: 'choice',
      label: 'Were we fair?',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'a-bit', label: 'A bit' },
      ],
    },
    best: { kind: 'textarea', label: 'What was good?' },
  },
  source: 'Invented for this test',
  file: 'practice/somewhere/feedback.ts',
}

const said = (answer: string, count: number, of = 'a-form') => ({ form: of, question: 'fair', answer, count })

test('answers are counted beside those of the quarter before, by the choices of the form', () => {
  const [fair] = countsOf(
    form,
    [said('yes', 12), said('no', 6), said('yes', 99, 'another')],
    [said('yes', 7)],
  )
  expect(fair?.lines.map(({ label, now, before }) => [label, countWords(now), countWords(before)])).toEqual([
    ['Yes', '12', '7'],
    ['No', '6', '0'],
    ['A bit', '0', '0'],
  ])
  expect(fair && [countWords(fair.total.now), countWords(fair.total.before)]).toEqual(['18', '7'])
})

test('what few said is not told, nor so that it could be worked out', () => {
  const [fair] = countsOf(form, [said('yes', 12), said('no', 2)], [])
  expect(fair?.lines.map(({ now }) => countWords(now))).toEqual(['few', 'few', '0'])
  expect(fair && countWords(fair.total.now)).toBe('14')
})

test('nothing is told of a quarter where one question must hide how many answered and another would tell it', () => {
  const { fair } = form.fields
  if (!fair) throw new Error('no question')
  const two = { ...form, fields: { fair, kind: { ...fair, label: 'Were we kind?' } } }
  const of = (question: string, answer: string, count: number) => ({ ...said(answer, count), question })
  const fours = [of('fair', 'yes', 4), of('fair', 'no', 4), of('fair', 'a-bit', 4)]
  const told = countsOf(two, [...fours, of('kind', 'yes', 12)], [of('kind', 'yes', 12)])
  const now = told.map(({ lines, total }) => [...lines.map(line => line.now), total.now].map(countWords))
  expect(now).toEqual([
    ['few', 'few', 'few', 'few'],
    ['few', 'few', 'few', 'few'],
  ])
  expect(told[1] && countWords(told[1].total.before)).toBe('12')
})
