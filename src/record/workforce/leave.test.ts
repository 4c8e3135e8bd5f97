import { describe, expect, it } from 'vitest'
import { coverWords, leaveAt, leaveWords } from './leave.ts'

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

it('is said with who covers', () => {
  expect(leaveWords({ from: week.from, until: week.from })).toBe('23 November 2026')
  expect(coverWords({ ...week, coverName: null })).toBe(
    'On leave 23 November 2026 to 27 November 2026; nobody covers',
  )
  expect(coverWords({ ...week, coverName: 'Dilys Amadi' })).toContain('Dilys Amadi covers')
})
