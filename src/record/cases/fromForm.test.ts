import { expect, test } from 'vitest'
import { answersFor } from './fromForm.ts'

const fields = {
  safe: { kind: 'textarea', label: 'How safe?', maxLength: 10 },
  repaired: {
    kind: 'choice',
    label: 'Repaired?',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No', needsReason: 'Say why not' },
    ],
  },
} as const
const named = { safe: 'safe-now', repaired: 'put-right' }

test('what a form says is filled in under the names of the step', () => {
  expect(answersFor(fields, named, { 'safe-now': 'Safe', 'put-right': 'yes', more: 'x' })).toEqual({
    safe: 'Safe',
    repaired: 'yes',
  })
})

test.each([
  ['is not there', {}],
  ['is longer than the step takes', { 'safe-now': 'Safer than ever' }],
  ['is an option that the step does not know', { 'put-right': 'perhaps' }],
  ['is an option for which the step asks a reason', { 'put-right': 'no' }],
  ['is of another kind', { 'safe-now': 3 }],
])('what %s is left to be asked', (_words, given) => {
  expect(answersFor(fields, named, given)).toEqual({})
})
