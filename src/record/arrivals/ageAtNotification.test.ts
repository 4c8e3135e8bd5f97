import { expect, test } from 'vitest'
import { ageAtNotification } from './ageAtNotification.ts'

const date = (text: string) => (text === '' ? undefined : Temporal.PlainDate.from(text))

test.each<[string, string, string, string, ReturnType<typeof ageAtNotification>]>([
  [
    '17 when it happened, 18 when it was received',
    '2008-11-10',
    '2026-11-09',
    '2026-11-16',
    { age: 17, day: 'offence' },
  ],
  ['18 on the day it happened', '2008-11-10', '2026-11-10', '2026-11-16', { age: 18, day: 'offence' }],
  [
    '9 when it happened, 10 when it was received',
    '2016-11-12',
    '2026-11-11',
    '2026-11-16',
    { age: 9, day: 'offence' },
  ],
  ['10 on the day it happened', '2016-11-12', '2026-11-12', '2026-11-16', { age: 10, day: 'offence' }],
  ['the day it happened is not known', '2008-11-10', '', '2026-11-16', { age: 18, day: 'received' }],
  [
    'born on 29 February, on 28 February',
    '2008-02-29',
    '2026-02-28',
    '2026-03-02',
    { age: 17, day: 'offence' },
  ],
  ['born on 29 February, on 1 March', '2008-02-29', '2026-03-01', '2026-03-02', { age: 18, day: 'offence' }],
  [
    'it happened before the birth: a mistake',
    '2012-01-01',
    '2011-01-01',
    '2026-11-16',
    { age: 14, day: 'received' },
  ],
  ['the date of birth is not known', '', '2026-11-09', '2026-11-16', undefined],
])('%s', (_, birth, offence, received, expected) => {
  expect(
    ageAtNotification({
      birthDate: date(birth),
      offenceDate: date(offence),
      received: Temporal.PlainDate.from(received),
    }),
  ).toEqual(expected)
})
