import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cadence, meetingDays, writeCadence } from './cadence.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const none = { holidays: new Map<string, string>() }
const asked = (cadence: Cadence, from: string, until: string, calendar = none) =>
  meetingDays(cadence, day(from), day(until), calendar).map(({ day: on, holiday }) =>
    holiday === undefined ? on.toString() : `${on} ${holiday}`,
  )

const thursdays: Cadence = { kind: 'weeks', every: 1, first: '2026-01-08', at: '10:00', minutes: 60 }

describe('a forum that meets every so many weeks', () => {
  test('meets on its day of the week', () => {
    expect(asked(thursdays, '2026-03-01', '2026-03-20')).toEqual(['2026-03-05', '2026-03-12', '2026-03-19'])
  })

  test('counts from its first meeting, also across years', () => {
    const every8: Cadence = { ...thursdays, every: 8 }
    expect(asked(every8, '2026-12-01', '2027-03-31')).toEqual(['2026-12-10', '2027-02-04'])
  })

  test('does not meet before its first meeting', () => {
    expect(asked(thursdays, '2025-12-01', '2026-01-10')).toEqual(['2026-01-08'])
  })

  test('names the bank holiday that a day falls on', () => {
    const christmas = { holidays: new Map([['2026-12-25', 'Christmas Day']]) }
    const fridays: Cadence = { ...thursdays, first: '2026-01-09' }
    expect(asked(fridays, '2026-12-18', '2027-01-01', christmas)).toEqual([
      '2026-12-18',
      '2026-12-25 Christmas Day',
      '2027-01-01',
    ])
  })
})

describe('a forum that meets every so many months', () => {
  const last: Cadence = {
    kind: 'months',
    every: 1,
    first: '2026-01-01',
    which: 'last',
    on: 4,
    at: '14:00',
    minutes: 60,
  }

  test.each([
    ['2026-02-01', '2026-02-28', ['2026-02-26']],
    ['2026-04-01', '2026-04-30', ['2026-04-30']],
    ['2024-02-01', '2024-02-29', []],
  ])('on the last Thursday, from %s to %s', (from, until, days) => {
    expect(asked(last, from, until)).toEqual(days)
  })

  test('of every third month, counted from that of the first', () => {
    const quarterly: Cadence = { ...last, every: 3, which: 2, on: 2 }
    expect(asked(quarterly, '2026-01-01', '2026-12-31')).toEqual([
      '2026-01-13',
      '2026-04-14',
      '2026-07-14',
      '2026-10-13',
    ])
  })
})

test('a forum that meets when it is needed has no days', () => {
  expect(asked({ kind: 'as-needed', at: '10:00', minutes: 60 }, '2026-01-01', '2026-12-31')).toEqual([])
})

test('the days of two stretches that follow on each other are those of both together', () => {
  const cadence = fc.record({
    every: fc.integer({ min: 1, max: 9 }),
    offset: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(cadence, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (said, a, b) => {
      const it: Cadence = {
        ...thursdays,
        every: said.every,
        first: day('2025-01-01').add({ days: said.offset }).toString(),
      }
      const [from, middle] = [day('2025-06-01'), day('2025-06-01').add({ days: a })]
      const until = middle.add({ days: b + 1 })
      const parts = [
        ...meetingDays(it, from, middle, none),
        ...meetingDays(it, middle.add({ days: 1 }), until, none),
      ]
      expect(parts.map(each => `${each.day}`)).toEqual(
        meetingDays(it, from, until, none).map(each => `${each.day}`),
      )
    }),
  )
})

test.each<[Cadence, string]>([
  [thursdays, 'Every Thursday'],
  [{ ...thursdays, every: 8 }, 'Every 8 weeks on a Thursday'],
  [
    { kind: 'months', every: 1, first: '2026-01-01', which: 2, on: 3, at: '10:00', minutes: 60 },
    'On the second Wednesday of the month',
  ],
  [
    { kind: 'months', every: 3, first: '2026-01-01', which: 'last', on: 1, at: '10:00', minutes: 60 },
    'On the last Monday of a month, every 3 months',
  ],
  [{ kind: 'as-needed', at: '10:00', minutes: 60 }, 'When it is needed'],
])('is written in words (%#)', (cadence, words) => expect(writeCadence(cadence)).toBe(words))
