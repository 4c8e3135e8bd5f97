import { expect, test } from 'vitest'
import { answerWords } from './answerWords.ts'
import type { Answers, Fields } from './field.ts'

const fields: Fields = {
  'parent-told': {
    kind: 'choice',
    label: 'Has a parent or carer been told?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'not-yet', label: 'Not yet', needsReason: 'Say who tells them, and when' },
    ],
  },
  danger: {
    kind: 'choices',
    label: 'Is anybody in danger?',
    options: [
      { value: 'child', label: 'The child', needsReason: 'Say what has been done' },
      { value: 'other', label: 'Somebody else', needsReason: 'Say who' },
    ],
  },
}

test('a fact that was denied is read with what the record said; one that nobody knows is not', () => {
  const home: Fields = { home: { kind: 'fact', fact: 'addresses', label: 'Is this home?' } }
  const read = (answers: Answers) => answerWords(home, answers)
  expect(read({ home: 'not-as-recorded', 'home-reason': '1 High Street' })).toEqual([
    { question: 'Is this home?', answer: 'No, or not any more. The record said: 1 High Street' },
  ])
  expect(read({ home: 'not-in-record' })).toEqual([{ question: 'Is this home?', answer: 'It is not known' }])
  expect(read({ home: 'not-as-recorded' }), 'as it was stored before').toEqual([
    { question: 'Is this home?', answer: 'Not as the record said, or not known' },
  ])
})

test('what was asked after an answer is read as it was asked', () => {
  expect(answerWords(fields, { 'parent-told': 'not-yet', 'parent-told-reason': 'Ravi, Monday' })).toEqual([
    { question: 'Has a parent or carer been told?', answer: 'Not yet' },
    { question: 'Say who tells them, and when', answer: 'Ravi, Monday' },
  ])
})

test('what was asked after several answers stands under all that was asked', () => {
  const said = answerWords(fields, { danger: ['child', 'other'], 'danger-reason': 'The police know; Ada' })
  expect(said[1]).toEqual({ question: 'Say what has been done; Say who', answer: 'The police know; Ada' })
})

test('a reason for an answer that asks for none any more is still read', () => {
  expect(answerWords(fields, { 'parent-told': 'yes', 'parent-told-reason': 'Earlier' })[1]).toEqual({
    question: 'Has a parent or carer been told? The reason',
    answer: 'Earlier',
  })
})
