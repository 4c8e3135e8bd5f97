import { describe, expect, it } from 'vitest'
import {
  coverWords,
  daysWhenCoverEnds,
  daysWithin,
  isCoveredOn,
  leaveAt,
  leaveWords,
  stretchesWords,
  whyNotChanged,
} from './leave.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const week = { leaveId: 'a', from: day('2026-11-23'), until: day('2026-11-27') }

describe('leave of the same person', () => {
  it.each([
    ['ends the day before', '2026-11-20', '2026-11-22', undefined],
    ['ends on the first day', '2026-11-20', '2026-11-23', 'a'],
    ['lies within', '2026-11-24', '2026-11-25', 'a'],
    ['begins on the last day', '2026-11-27', '2026-12-01', 'a'],
    ['begins the day after', '2026-11-28', '2026-12-01', undefined],
  ])('that %s', (_, from, until, found) => {
    expect(leaveAt([week], { from: day(from), until: day(until) })?.leaveId).toBe(found)
  })

  it('does not stand in its own way', () => {
    expect(leaveAt([week], week, 'a')).toBeUndefined()
  })
})

describe('the days of leave on which whoever covers is away too', () => {
  it.each<[string, [string, string][], string]>([
    [
      'are none where they are away before and after',
      [
        ['2026-11-20', '2026-11-22'],
        ['2026-11-28', '2026-11-30'],
      ],
      '',
    ],
    [
      'are all where they are away for longer',
      [['2026-11-21', '2026-11-30']],
      '23 November 2026 to 27 November 2026',
    ],
    ['end with the leave', [['2026-11-27', '2026-12-04']], '27 November 2026'],
    ['begin with the leave', [['2026-11-20', '2026-11-23']], '23 November 2026'],
    [
      'are several stretches',
      [
        ['2026-11-24', '2026-11-24'],
        ['2026-11-26', '2026-11-29'],
      ],
      '24 November 2026 and 26 November 2026 to 27 November 2026',
    ],
  ])('%s', (_, stretches, words) => {
    const away = stretches.map(([from, until]) => ({ from: day(from), until: day(until) }))
    expect(stretchesWords(daysWithin(week, away))).toBe(words)
  })
})

describe('leave by which somebody covers', () => {
  const covered = { ...week, coveredBy: 'b' }
  it.each([
    [
      'is changed as one likes before it begins',
      '2026-11-22',
      { from: '2026-12-01', until: '2026-12-02', coveredBy: null },
      undefined,
    ],
    ['keeps its first day from then on', '2026-11-23', { from: '2026-11-24' }, 'from'],
    ['keeps its first day on that day', '2026-11-23', { from: '2026-11-22' }, 'from'],
    ['keeps who covers on its first day too', '2026-11-23', { coveredBy: 'c' }, 'cover'],
    ['is shortened to its first day', '2026-11-23', { until: '2026-11-23' }, undefined],
    ['keeps who covers', '2026-11-24', { coveredBy: 'c' }, 'cover'],
    ['is not made longer', '2026-11-24', { until: '2026-11-28' }, 'until'],
    ['is shortened to today', '2026-11-25', { until: '2026-11-25' }, undefined],
    ['is shortened to yesterday', '2026-11-25', { until: '2026-11-24' }, undefined],
    ['is not shortened to a day before that', '2026-11-25', { until: '2026-11-23' }, 'until'],
    ['stays as it is once it is over', '2026-12-05', { until: '2026-11-26' }, 'until'],
    ['may be saved as it is', '2026-12-05', {}, undefined],
  ])('%s', (_, today, to: { from?: string; until?: string; coveredBy?: string | null }, field) => {
    const { coveredBy = covered.coveredBy } = to
    const days = { from: day(to.from ?? '2026-11-23'), until: day(to.until ?? '2026-11-27') }
    expect(whyNotChanged(covered, { ...days, coveredBy }, day(today))?.field).toBe(field)
  })

  it('is changed as one likes where nobody covers: nobody has access by it', () => {
    const later = { from: day('2026-11-24'), until: day('2026-12-04'), coveredBy: 'b' }
    expect(whyNotChanged({ ...week, coveredBy: null }, later, day('2026-11-25'))).toBeUndefined()
  })
})

describe('cover that is ended now', () => {
  it.each([
    ['on the first day: all days are open', '2026-11-23', undefined, ['2026-11-23', '2026-11-27']],
    ['on the second', '2026-11-24', ['2026-11-23', '2026-11-23'], ['2026-11-24', '2026-11-27']],
    ['on the last', '2026-11-27', ['2026-11-23', '2026-11-26'], ['2026-11-27', '2026-11-27']],
  ])('%s', (_, today, over, open) => {
    const parts = daysWhenCoverEnds(week, day(today))
    const written = (days?: { from: Temporal.PlainDate; until: Temporal.PlainDate }) =>
      days && [days.from.toString(), days.until.toString()]
    expect(written(parts.over)).toEqual(over)
    expect(written(parts.open)).toEqual(open)
  })

  it.each([
    ['is nothing to end before the leave begins', '2026-11-22', false],
    ['can be ended on its first day', '2026-11-23', true],
    ['can be ended on its last', '2026-11-27', true],
    ['is over afterwards', '2026-11-28', false],
  ])('%s', (_, today, canEnd) => {
    expect(isCoveredOn({ ...week, coveredBy: 'b' }, day(today))).toBe(canEnd)
    expect(isCoveredOn({ ...week, coveredBy: null }, day(today))).toBe(false)
  })
})

it('is said with who covers', () => {
  expect(leaveWords({ from: week.from, until: week.from })).toBe('23 November 2026')
  expect(coverWords({ ...week, coverName: null }, [])).toBe(
    'On leave 23 November 2026 to 27 November 2026; nobody covers',
  )
  expect(coverWords({ ...week, coverName: 'Dilys Amadi' }, [])).toContain('Dilys Amadi covers')
})
