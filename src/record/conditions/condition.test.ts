import { describe, expect, it, test } from 'vitest'
import { amountWords, areAllKept, type ConditionState, conditionStanding } from './condition.ts'

const day = Temporal.PlainDate.from

describe('a condition', () => {
  test.each([
    ['2028-02-29', '2028-02-29', 'today', 0],
    ['2028-02-29', '2028-03-01', 'overdue', 1],
    ['2028-03-07', '2028-02-29', 'soon', 7],
    ['2028-03-08', '2028-02-29', 'later', 8],
    // The clocks go forward on 29 March 2026.
    ['2026-03-30', '2026-03-28', 'soon', 2],
    ['2027-01-02', '2026-12-31', 'soon', 2],
    ['2025-02-28', '2026-03-01', 'overdue', 366],
  ])('due on %s stands on %s: %s, %i days', (due, today, kind, days) => {
    expect(conditionStanding({ state: 'open', dueOn: day(due) }, day(today))).toEqual({ kind, days })
  })

  it.each(['kept', 'not-kept', 'ended'] as const)('that is %s is due no more', state => {
    expect(conditionStanding({ state, dueOn: day('2020-01-01') }, day('2026-01-01'))).toEqual({ kind: state })
  })
})

describe('everything is done', () => {
  const states = (...all: ConditionState[]) => all.map(state => ({ state }))
  test.each<[boolean, ConditionState[]]>([
    [false, []],
    [true, ['kept']],
    [true, ['kept', 'ended']],
    [false, ['ended']],
    [false, ['kept', 'open']],
    [false, ['kept', 'not-kept']],
  ])('%s: %j', (is, all) => {
    expect(areAllKept(states(...all))).toBe(is)
  })
})

test('how much is said in words', () => {
  expect(amountWords({ amount: 1, unit: 'hours' })).toBe('1 hour')
  expect(amountWords({ amount: 6, unit: 'sessions' })).toBe('6 sessions')
  expect(amountWords({ amount: null, unit: null })).toBe('')
})
