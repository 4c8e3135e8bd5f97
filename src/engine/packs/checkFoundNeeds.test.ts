import { expect, test } from 'vitest'
import type { CodeList } from '../codes/index.ts'
import type { Fields } from '../forms/index.ts'
import { checkFoundNeeds } from './checkFoundNeeds.ts'

const list = (id: string, code: string): CodeList => ({
  id,
  title: id,
  source: '',
  file: '',
  entries: [{ code, label: code }],
})
const lists = [list('need', 'home'), list('unmet-reason', 'waiting')]
const options = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
]
const sound = {
  need: 'home',
  found: 'yes',
  met: 'no',
  because: 'why',
  reasons: { queue: 'waiting' },
  otherwise: 'waiting',
}
const fields = (change: Partial<typeof sound> = {}): Fields => ({
  unmet: { kind: 'choice', label: 'Missing?', options, findsNeed: { ...sound, ...change } },
  why: { kind: 'choices', label: 'Why?', options: [{ value: 'queue', label: 'A queue' }] },
})

test('a question that finds a need by codes and answers that there are is sound', () => {
  expect(checkFoundNeeds('form', fields(), lists)).toEqual([])
})

test.each([
  [{ need: 'horse' }, '“horse”, which is no code of the list “need”.'],
  [{ otherwise: 'no' }, 'with the reason “no”, which is no code of the list “unmet-reason”.'],
  [{ reasons: { queue: 'late' } }, 'with the reason “late”, which is no code of the list “unmet-reason”.'],
  [{ found: 'maybe' }, 'by the answer “maybe”, which it does not offer.'],
  [{ because: 'when' }, 'with reasons from “when”, which nobody is asked.'],
  [{ reasons: { far: 'waiting' } as never }, 'with the answer “far”, which “why” does not offer.'],
])('a fault is named: %j', (change, fault) => {
  expect(checkFoundNeeds('form', fields(change), lists)).toEqual([
    `In the fields of the form the field “unmet” finds a need ${fault}`,
  ])
})
