import { describe, expect, it } from 'vitest'
import { type Clock, type ClockState, clock, days } from '../../engine/clocks/index.ts'
import { urgency } from '../../engine/pathways/index.ts'
import { always } from '../../kernel/period.ts'
import { type CaseLine, type CaseToDo, dueSoon, isNew, owedBy, standsAt } from './caseToDo.ts'

const now = Temporal.Instant.from('2026-11-21T10:00:00Z')
const today = Temporal.PlainDate.from('2026-11-21')
const rule: Clock = clock('a', {
  title: 'A rule',
  from: 'x',
  to: 'y',
  within: days(5),
  policy: 'service',
  source: 'Invented for this test',
  inForce: always,
})
const startedAt = Temporal.Instant.from('2026-11-01T10:00:00Z')
const running = (day: string, dueToday = false): ClockState => ({
  kind: 'running',
  startedAt,
  due: { kind: 'day', date: Temporal.PlainDate.from(day) },
  remaining: { unit: 'days', count: 1 },
  dueToday,
})
const overdue: ClockState = {
  kind: 'overdue',
  startedAt,
  due: { kind: 'day', date: Temporal.PlainDate.from('2026-11-19') },
  by: { unit: 'days', count: 2 },
}
const line = (state: ClockState) => ({ clock: rule, state })
const case_: CaseToDo = {
  involvementId: 'case',
  childId: 'child',
  childName: 'Ada Brightwater',
  pathway: 'diversion',
  stage: 'active',
  ending: null,
  startedAt,
  endedAt: null,
  holderName: 'Robin Vale',
  alerts: [],
  shutOut: null,
  isMine: true,
  coveringFor: null,
  given: null,
  besideSince: null,
  events: [],
  owed: { holder: 'holder', missed: {} },
}

describe('where a deadline stands in time', () => {
  it.each([
    ['has passed', overdue, 'overdue'],
    ['is today', running('2026-11-21', true), 'today'],
    ['is the sixth day from now', running('2026-11-27'), 'week'],
    ['is the seventh day from now', running('2026-11-28'), 'later'],
  ] as const)('that %s', (_, state, stands) => {
    expect(standsAt(line(state), today)).toBe(stands)
  })
})

it('what is due soon stands by when it is due, across cases, without what is later', () => {
  const lines: CaseLine[] = [
    {
      it: { ...case_, involvementId: 'one' },
      waiting: [line(running('2026-11-24')), line(running('2026-12-24'))],
    },
    { it: { ...case_, involvementId: 'two' }, waiting: [line(overdue)] },
  ]
  expect(dueSoon(lines, today).map(({ it }) => it.involvementId)).toEqual(['two', 'one'])
})

describe('what is due is owed by one person', () => {
  const missed = { step: 'x', at: startedAt, about: 'appointment' }

  it('whoever holds the case', () => {
    expect(owedBy(line(overdue), case_)).toBe('holder')
  })

  it('whoever follows a missed appointment up, where that is what the clock began with', () => {
    const owed = { holder: 'holder', missed: { appointment: 'therapist' } }
    expect(owedBy(line(overdue), { events: [missed], owed })).toBe('therapist')
    expect(owedBy(line(overdue), { events: [{ ...missed, at: now }], owed })).toBe('holder')
    expect(owedBy(line(overdue), { events: [{ ...missed, step: 'z' }], owed })).toBe('holder')
  })

  it('nobody, where nobody could do it', () => {
    expect(owedBy(line(overdue), { events: [], owed: { holder: null, missed: {} } })).toBeNull()
    const owed = { holder: 'holder', missed: { appointment: null } }
    expect(owedBy(line(overdue), { events: [missed], owed })).toBeNull()
  })
})

it('nothing is less pressing than anything', () => {
  expect(urgency(undefined)).toBeGreaterThan(urgency(line(running('2030-01-01'))))
})

describe('a case is new', () => {
  it('from when it is given until it is read, however long that takes', () => {
    const at = now.subtract({ hours: 24 * 100 })
    expect(isNew({ ...case_, given: { handOverId: 'h', at, fromName: null, byName: 'Sam' } }, now)).toBe(true)
    expect(isNew(case_, now)).toBe(false)
  })

  it.each([
    [7 * 24, true],
    [7 * 24 + 1, false],
  ])('%i hours after somebody began to work beside the holder: %s', (hours, is) => {
    expect(isNew({ ...case_, besideSince: now.subtract({ hours }) }, now)).toBe(is)
  })
})
