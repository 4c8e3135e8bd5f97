import { describe, expect, test } from 'vitest'
import { agesAtNotification, outOfRange } from './ageAtNotification.ts'

const date = (text: string) => (text === '' ? undefined : Temporal.PlainDate.from(text))
const aChild = { from: 10, to: 17 }

/** Born, when it happened, when the outcome was given, when the police sent it. */
type Days = [born: string, offence: string, outcome: string, received: string]

const outOfRangeOn = ([born, offence, outcome, received]: Days) =>
  outOfRange(
    agesAtNotification({
      birthDate: date(born),
      offenceDate: date(offence),
      outcomeDate: date(outcome),
      received: Temporal.PlainDate.from(received),
    }),
    aChild,
  )

describe('a child of 10 to 17', () => {
  test.each<[string, Days]>([
    [
      '17 when the outcome was given, 18 when it was received',
      ['2008-11-10', '2026-11-01', '2026-11-09', '2026-11-16'],
    ],
    ['10 on the day it happened', ['2016-11-12', '2026-11-12', '', '2026-11-16']],
    ['born on 29 February, on 28 February', ['2008-02-29', '2026-02-01', '2026-02-28', '2026-03-02']],
    [
      'it happened before the birth: a mistake said elsewhere',
      ['2012-01-01', '2011-01-01', '', '2026-11-16'],
    ],
    ['the date of birth is not known', ['', '2026-11-09', '', '2026-11-16']],
  ])('%s', (_, days) => {
    expect(outOfRangeOn(days)).toBeUndefined()
  })
})

describe('somebody who is not', () => {
  test.each<[string, Days]>([
    ['18 when the outcome was given', ['2008-11-10', '2026-11-01', '2026-11-10', '2026-11-16']],
    ['31 when the outcome was given', ['1995-05-01', '2012-05-01', '2026-11-10', '2026-11-16']],
    ['31 when the notification was received', ['1995-05-01', '2012-05-01', '', '2026-11-16']],
    ['9 when it happened', ['2016-11-12', '2026-11-11', '2026-11-15', '2026-11-16']],
    ['9 when the notification was received', ['2016-11-17', '', '', '2026-11-16']],
    ['18 when the outcome was given', ['2008-02-29', '2026-02-01', '2026-03-01', '2026-03-02']],
  ])('is %s', (words, days) => {
    expect(outOfRangeOn(days)).toBe(words)
  })
})
