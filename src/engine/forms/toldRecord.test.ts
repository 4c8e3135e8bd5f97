import { expect, test } from 'vitest'
import type { Fields } from './field.ts'
import { toldRecord } from './toldRecord.ts'

const fields: Fields = {
  outcome: {
    kind: 'choice',
    label: 'What was done?',
    options: [
      { value: 'assessed', label: 'Assessed' },
      { value: 'out', label: 'Screened out', updates: { field: 'how-to-talk', says: 'No need.' } },
    ],
  },
  advice: {
    kind: 'textarea',
    label: 'What helps?',
    updates: { field: 'how-to-talk', where: { field: 'outcome', is: ['assessed'] } },
  },
  more: { kind: 'text', label: 'What else?', updates: { field: 'how-to-talk' } },
  other: { kind: 'text', label: 'Something of the form alone' },
}

test('text says itself, and an answer what its definition says', () => {
  expect(toldRecord(fields, { outcome: 'assessed', advice: ' Draw it. ', other: 'x' })).toEqual([
    { field: 'how-to-talk', words: 'Draw it.' },
  ])
  expect(toldRecord(fields, { outcome: 'out' })).toEqual([{ field: 'how-to-talk', words: 'No need.' }])
})

test('several answers for one field stand in the order of the questions, a line each', () => {
  expect(toldRecord(fields, { outcome: 'assessed', more: 'Ask for it back.', advice: 'Draw it.' })).toEqual([
    { field: 'how-to-talk', words: 'Draw it.\nAsk for it back.' },
  ])
})

test('text tells nothing where it is empty, or where another answer says that it does not', () => {
  expect(toldRecord(fields, { outcome: 'assessed', advice: '  ' })).toEqual([])
  expect(toldRecord(fields, { outcome: 'out', advice: 'Draw it.' })).toEqual([
    { field: 'how-to-talk', words: 'No need.' },
  ])
  expect(toldRecord(fields, { advice: 'Draw it.' })).toEqual([])
})
