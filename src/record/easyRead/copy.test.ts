import { describe, expect, it, test } from 'vitest'
import type { Goal, Step } from '../plans/index.ts'
import { copiedGoals, easyDay, easyMoment, languageName, languages, wordingOf } from './copy.ts'

const step = (words: string, state: Step['state'] = 'to-do'): Step => ({
  ...{ stepId: words, goalId: 'g', words, who: 'child', whoUserId: null, whoWords: '', dueOn: null },
  whoCalled: '',
  ...{ state, stateOn: null, stateWords: '', version: 1 },
})
const goal = (words: string, more: Partial<Goal> = {}): Goal => ({
  ...{
    goalId: words,
    planId: 'p',
    lineId: words,
    strand: 'good-life',
    words,
    why: '',
    lowWords: '',
    highWords: '',
  },
  ...{ outcome: null, outcomeOn: null, outcomeWords: '', version: 1, steps: [], progress: [], ...more },
})

describe('days and times of a copy', () => {
  it('are written as children read them', () => {
    expect(easyDay(Temporal.PlainDate.from('2025-03-04'), 'en')).toBe('Tuesday 4 March')
    expect(easyMoment(Temporal.Instant.from('2025-03-04T16:00:00Z'), 'en')).toBe('Tuesday 4 March, 4 pm')
    // The clocks have gone forward.
    expect(easyMoment(Temporal.Instant.from('2025-04-01T15:30:00Z'), 'en')).toBe('Tuesday 1 April, 4:30 pm')
  })
  it('are written in the language of the copy', () => {
    expect(easyDay(Temporal.PlainDate.from('2025-03-04'), 'pl')).toMatch(/wtorek.*4 marca/)
  })
})

test('every language has a name', () => {
  expect(languages.filter(tag => languageName(tag) === tag)).toEqual([])
})

describe('the words of a copy', () => {
  it('are those that were written for the very sentence', () => {
    const { say } = wordingOf('en', [{ said: 'Attend the provision', plain: 'Go to school' }])
    expect(say('Attend the provision')).toEqual({ text: 'Go to school', isEnglish: false })
    expect(say('Attend the provision daily')).toEqual({
      text: 'Attend the provision daily',
      isEnglish: false,
    })
  })
  it('say where they are still English', () => {
    const { say } = wordingOf('pl', [{ said: 'Go to school', plain: 'Idź do szkoły' }])
    expect(say('Go to school')).toEqual({ text: 'Idź do szkoły', isEnglish: false })
    expect(say('Swim')).toEqual({ text: 'Swim', isEnglish: true })
  })
})

test('what was dropped, and what will not be done, is no part of a copy', () => {
  const goals = [
    goal('swim', { steps: [step('buy trunks', 'done'), step('ask aunt', 'not-done')] }),
    goal('dive', { outcome: 'dropped', outcomeOn: Temporal.PlainDate.from('2026-01-01') }),
  ]
  const copied = copiedGoals(
    { goals },
    new Map([
      ['swim', 'running'],
      ['dive', 'boxing'],
    ]),
  )
  expect(
    copied.map(({ goal: { words }, picture, steps }) => [words, picture, steps.map(each => each.words)]),
  ).toEqual([['swim', 'running', ['buy trunks']]])
  expect(copiedGoals({ goals }, new Map([['swim', 'no such picture']]))[0]?.picture).toBe('star')
})
