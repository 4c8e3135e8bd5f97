import { describe, expect, it, test } from 'vitest'
import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import { digestWords, isDayFor, isMorning, type Waiting } from './digest.ts'

/** The holidays that these mornings meet. */
const bankHolidays: BankHolidayCalendar = {
  name: 'England and Wales',
  firstYear: 2026,
  lastYear: 2027,
  lastAnnouncedYear: 2027,
  holidays: new Map([
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-28', 'Boxing Day'],
    ['2027-03-29', 'Easter Monday'],
  ]),
}
const at = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2026-11-23T07:10Z', true],
  ['2026-11-23T06:50Z', false],
  ['2026-11-23T12:00Z', false],
  // Seven in the morning is another hour of the world in summer.
  ['2026-07-20T06:10Z', true],
  ['2026-07-20T05:59Z', false],
  // A Saturday, Christmas Day, and the Monday that Boxing Day is moved to.
  ['2026-11-21T08:00Z', false],
  ['2026-12-25T08:00Z', false],
  ['2026-12-28T08:00Z', false],
])('%s is a morning on which people are told: %s', (moment, is) => {
  expect(isMorning(at(moment), bankHolidays)).toBe(is)
})

test.each([
  ['2026-11-23', true],
  ['2026-11-24', false],
  // Easter Monday: the digest of Mondays comes on Tuesday.
  ['2027-03-30', true],
  ['2027-03-31', false],
])('who is told on Mondays is told on %s: %s', (text, is) => {
  expect(isDayFor('mondays', day(text), bankHolidays)).toBe(is)
  expect(isDayFor('working-days', day(text), bankHolidays)).toBe(true)
  expect(isDayFor('never', day(text), bankHolidays)).toBe(false)
})

test.each([
  // On leave on Monday: on Tuesday. On leave until Wednesday: on Thursday.
  ['2026-11-24', ['2026-11-23'], true],
  ['2026-11-25', ['2026-11-23'], false],
  ['2026-11-26', ['2026-11-23', '2026-11-24', '2026-11-25'], true],
  // On leave on a Tuesday only: Monday told them.
  ['2026-11-25', ['2026-11-24'], false],
  // Easter Monday, and leave on the Tuesday after.
  ['2027-03-31', ['2027-03-30'], true],
])('who chose Mondays is told on %s after leave on %s: %s', (text, away, is) => {
  expect(isDayFor('mondays', day(text), bankHolidays, away.map(day))).toBe(is)
})

describe('the words', () => {
  const nothing: Waiting = {
    overdue: 0,
    dueToday: 0,
    appointments: [],
    unrecorded: 0,
    missed: 0,
    fresh: 0,
    withoutWorker: 0,
  }
  const to = {
    name: 'Robin',
    today: day('2026-11-23'),
    dayAddress: 'https://t.example/',
    settingsAddress: 'https://t.example/profile/digest',
  }

  it('are not sent where nothing waits', () => {
    expect(digestWords(to, nothing)).toBeUndefined()
  })

  it('count what waits, one and several', () => {
    const words = digestWords(to, {
      ...nothing,
      overdue: 2,
      appointments: [at('2026-11-23T16:30Z')],
      missed: 1,
      withoutWorker: 3,
    })
    expect(words?.subject).toBe('Your day, Monday 23 November 2026')
    expect(words?.body.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- 2 overdue',
      '- 1 appointment today, the first at 4:30pm',
      '- 1 missed appointment not followed up',
      '- 3 cases without a worker',
    ])
  })

  it('say what other parts of the service count, also to somebody who holds no case', () => {
    const words = digestWords(to, undefined, ['2 of your actions are overdue'])
    expect(words?.body.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- 2 of your actions are overdue',
    ])
    expect(digestWords(to, undefined)).toBeUndefined()
  })
})
