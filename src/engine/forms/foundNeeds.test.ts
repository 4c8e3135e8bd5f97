import { expect, test } from 'vitest'
import type { Fields } from './field.ts'
import { needsSaid } from './foundNeeds.ts'

const fields: Fields = {
  unmet: {
    kind: 'choice',
    label: 'Does something lack?',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', needsReason: 'Say what' },
    ],
    findsNeed: {
      need: 'home',
      found: 'yes',
      met: 'no',
      because: 'why',
      reasons: { none: 'no-service', waiting: 'waiting' },
      otherwise: 'other',
    },
  },
  why: {
    kind: 'choices',
    label: 'Why?',
    options: [
      { value: 'not-asked', label: 'Nobody has asked' },
      { value: 'none', label: 'No such service' },
      { value: 'else', label: 'Something else', needsReason: 'Say what else' },
    ],
  },
}

test('a need is found with the first reason that has a code, and all of them in words', () => {
  const given = { unmet: 'yes', 'unmet-reason': 'A bed ', why: ['not-asked', 'none'] }
  expect(needsSaid(fields, given)).toEqual([
    { need: 'home', isMet: false, reason: 'no-service', words: 'A bed\nNobody has asked, No such service' },
  ])
})

test('a reason without a code is another reason', () => {
  const given = { unmet: 'yes', 'unmet-reason': 'A bed', why: ['else'], 'why-reason': 'Too far' }
  expect(needsSaid(fields, given)).toEqual([
    { need: 'home', isMet: false, reason: 'other', words: 'A bed\nSomething else\nToo far' },
  ])
})

test('nothing missing is said too; no answer says nothing', () => {
  expect(needsSaid(fields, { unmet: 'no' })).toEqual([{ need: 'home', isMet: true }])
  expect(needsSaid(fields, {})).toEqual([])
})
