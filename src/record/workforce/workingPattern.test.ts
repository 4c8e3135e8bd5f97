import { describe, expect, it } from 'vitest'
import { dayWords, patternWords, weekDaysIn } from './workingPattern.ts'

describe('the days on which somebody works', () => {
  it.each([
    [[], ''],
    [['mon', 'tue', 'wed', 'thu', 'fri'], 'Monday to Friday'],
    [['fri', 'mon', 'wed'], 'Monday, Wednesday, Friday'],
    [['mon', 'tue'], 'Monday, Tuesday'],
    [['mon', 'wed', 'thu', 'fri', 'sun'], 'Monday, Wednesday to Friday, Sunday'],
  ] as const)('%j are said as “%s”', (days, words) => {
    expect(dayWords(days)).toBe(words)
  })

  it('are none of another word', () => {
    expect(weekDaysIn(['someday', 'tue'])).toEqual(['tue'])
  })
})

it('hours are said with the days, or alone, or not at all', () => {
  expect(patternWords(18.5 * 60, ['mon', 'tue', 'wed'])).toBe('18.5 hours a week, Monday to Wednesday')
  expect(patternWords(37 * 60, [])).toBe('37 hours a week')
  expect(patternWords(null, [])).toBe('')
})
