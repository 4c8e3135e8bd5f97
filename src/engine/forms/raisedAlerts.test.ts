import { expect, test } from 'vitest'
import { type Answers, type Fields, raisedAlerts } from './index.ts'

const fields = {
  danger: {
    kind: 'choice',
    label: 'Is anybody in danger now?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', needsReason: 'Say who', raisesAlert: { kind: 'danger' } },
    ],
  },
  signs: {
    kind: 'choices',
    label: 'What was seen?',
    appliesWhen: { field: 'danger', is: ['no'] },
    options: [
      { value: 'phone', label: 'A second phone', raisesAlert: { kind: 'exploitation' } },
      { value: 'money', label: 'Money', raisesAlert: { kind: 'exploitation' } },
      { value: 'nothing', label: 'Nothing' },
    ],
  },
  knows: {
    kind: 'choice',
    label: 'Does the family know?',
    options: [
      { value: 'yes', label: 'Yes' },
      {
        value: 'no',
        label: 'No',
        needsReason: 'Say why not',
        raisesAlert: { kind: 'before-contact', says: 'The family does not know' },
      },
    ],
  },
  before: { kind: 'textarea', label: 'Anything to know?', raisesAlert: { kind: 'before-contact' } },
} as const satisfies Fields

const textsOf = (answers: Answers) =>
  raisedAlerts(fields, answers).map(({ kind, text }) => `${kind}: ${text}`)

test('an answer that raises an alert says the question, the answer and the reason', () => {
  expect(textsOf({ danger: 'yes', 'danger-reason': 'Her brother. The police know.' })).toEqual([
    'danger: Is anybody in danger now? Yes. Her brother. The police know.',
  ])
})

test('each of several answers raises its own', () => {
  expect(textsOf({ danger: 'no', signs: ['phone', 'money', 'nothing'] })).toEqual([
    'exploitation: What was seen? A second phone',
    'exploitation: What was seen? Money',
  ])
})

test('an answer to a question that does not apply raises nothing', () => {
  expect(textsOf({ danger: 'no' })).toEqual([])
  expect(textsOf({ signs: ['phone'] })).toEqual([])
})

test('a long reason is cut to what an alert holds', () => {
  const [text = ''] = textsOf({ danger: 'yes', 'danger-reason': 'x'.repeat(2_000) })
  expect(text.length).toBe('danger: '.length + 500)
  expect(text.endsWith('…')).toBe(true)
})

test('a choice whose question means nothing alone is said in the words of its definition', () => {
  expect(textsOf({ knows: 'no', 'knows-reason': 'They may be angry' })).toEqual([
    'before-contact: The family does not know. They may be angry',
  ])
})

test('text raises an alert in its own words, whole however long it is', () => {
  const text = `${'x'.repeat(2_000)} and his father must not hear of it`
  expect(textsOf({ before: `${text}\n` })).toEqual([`before-contact: ${text}`])
  expect(textsOf({ before: ' ' })).toEqual([])
})
