import { describe, expect, test } from 'vitest'
import { sentFrom } from '../../platform/http/index.ts'
import { answerWords } from './answerWords.ts'
import { askingFacts, askingKnown, changedFacts, deniedFacts, namedAnswers } from './askingFacts.ts'
import type { Answers, Fields } from './field.ts'
import { readForm } from './readForm.ts'

const fields: Fields = {
  where: { kind: 'place', label: 'Where?', required: 'Choose the place' },
  who: { kind: 'around', label: 'Who is there?' },
  sure: { kind: 'scale', label: 'How sure?', from: 0, to: 10, low: 'not at all', high: 'completely' },
}
const known = { place: ['1 High Street', 'Library'], around: ['Ann (mother)'] }
const today = Temporal.PlainDate.from('2026-11-21')

const read = (sent: Record<string, string>, before: Answers = {}, names = known) => {
  const result = readForm({ id: 'f', fields: askingKnown(fields, names, before) }, sentFrom(sent), today)
  return result.ok ? namedAnswers(fields, result.answers) : result.errors.map(({ message }) => message)
}

describe('places and people', () => {
  test('are chosen from those that the record knows, and kept in words', () => {
    expect(read({ where: 'Library', who: 'Ann (mother)' })).toEqual({ where: 'Library', who: 'Ann (mother)' })
    expect(read({ where: 'Nowhere known' })).toEqual(['Choose one of the answers for “Where?”'])
  })

  test('another is written, and then kept like the others', () => {
    const answers = read({ where: 'not-listed', 'where-reason-not-listed': 'The park' })
    expect(answers).toEqual({ where: 'The park' })
    expect(read({ where: 'not-listed' })).toEqual(['Write the place'])
    expect(answerWords(fields, { where: 'The park' })).toEqual([{ question: 'Where?', answer: 'The park' }])
  })

  test('what was chosen once stays among the answers, though the record does not know it any more', () => {
    expect(read({ where: 'The park' }, { where: 'The park' })).toEqual({ where: 'The park' })
  })

  test('are written where the record knows none', () => {
    expect(read({ where: 'The park' }, {}, { place: [], around: [] })).toEqual({ where: 'The park' })
  })
})

test('a scale is a number between its ends, read with their words', () => {
  expect(read({ where: 'Library', sure: '10' })).toMatchObject({ sure: 10 })
  expect(read({ where: 'Library', sure: '11' })).toEqual(['Choose a number from 0 to 10 for “How sure?”'])
  expect(answerWords(fields, { sure: 7 })).toEqual([
    { question: 'How sure?', answer: '7 (0 is “not at all”, 10 is “completely”)' },
  ])
})

describe('a fact of the record', () => {
  const home: Fields = { home: { kind: 'fact', fact: 'addresses', label: 'Is this home?' } }
  const asked = (words: string) => askingFacts(home, { addresses: { words, href: '/there' } })

  test('that is denied is kept with what the record said', () => {
    expect(deniedFacts(home, asked('1 High Street'), { home: 'not-as-recorded' })).toEqual({
      home: 'not-as-recorded',
      'home-reason': '1 High Street',
    })
    expect(deniedFacts(home, asked('1 High Street'), { home: '1 High Street' })).toEqual({
      home: '1 High Street',
    })
  })

  test.each([
    ['denied', { home: 'not-as-recorded', 'home-reason': '1 High Street' }, '“1 High Street” is not right'],
    ['confirmed', { home: '1 High Street' }, '“1 High Street” was right'],
    ['not known', { home: 'not-in-record' }, 'It was not known'],
  ] as const)('that was %s is asked again when the record says something else', (_how, answers, words) => {
    expect(changedFacts(home, asked('2 Low Road'), answers).home).toContain(words)
  })

  test('is not asked again while the record says the same, nor where nobody kept what it said', () => {
    const denied = { home: 'not-as-recorded', 'home-reason': '1 High Street' }
    expect(changedFacts(home, asked('1 High Street'), denied)).toEqual({})
    expect(changedFacts(home, asked('1 High Street'), { home: '1 High Street' })).toEqual({})
    expect(changedFacts(home, asked(''), { home: 'not-in-record' })).toEqual({})
    expect(changedFacts(home, asked('2 Low Road'), { home: 'not-as-recorded' })).toEqual({})
  })
})
