import { expect, test } from 'vitest'
import type { Fields } from '../../engine/forms/index.ts'
import { saidIn } from './fromForms.ts'

const fields: Fields = {
  wants: {
    kind: 'rows',
    label: 'What does the child want?',
    one: 'Goal',
    most: 5,
    columns: {
      goal: { kind: 'text', label: 'The goal' },
      first: { kind: 'text', label: 'First' },
      by: { kind: 'date', label: 'By' },
    },
    begins: { of: 'goals', words: 'goal', step: 'first', by: 'by' },
  },
  ifs: {
    kind: 'rows',
    label: 'If things go wrong?',
    one: 'Possibility',
    most: 5,
    columns: {
      if: { kind: 'text', label: 'If' },
      does: { kind: 'text', label: 'Then' },
      who: { kind: 'text', label: 'Who' },
    },
    begins: { of: 'contingencies', if: 'if', does: 'does', who: 'who' },
  },
  others: {
    kind: 'rows',
    label: 'Which suspensions?',
    one: 'Suspension',
    most: 5,
    columns: { goal: { kind: 'text', label: 'What' } },
  },
}

test('a plan begins with the rows that the definition names, and with no others', () => {
  const { goals, contingencies } = saidIn(fields, {
    wants: [
      { goal: 'Swim', first: 'Find a pool', by: '2026-12-01' },
      { goal: 'Sleep' },
      { first: 'No goal' },
    ],
    ifs: [
      { if: 'Late', does: 'Ring', who: 'Mum' },
      { if: 'Nobody does it', does: 'x' },
    ],
    others: [{ goal: 'Not this' }],
  })
  expect(goals.map(({ words, step, by }) => [words, step, by?.toString()])).toEqual([
    ['Swim', 'Find a pool', '2026-12-01'],
    ['Sleep', '', undefined],
  ])
  expect(contingencies).toEqual([{ ifWords: 'Late', thenWords: 'Ring', whoWords: 'Mum' }])
})

test('a form that says nothing of a plan begins none', () => {
  expect(saidIn(fields, {})).toEqual({ goals: [], contingencies: [] })
})
