import { expect, test } from 'vitest'
import { momentOn } from './momentOfStep.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const now = at('2026-11-21T10:00')
const open = { notBefore: undefined, notAfter: undefined }

test.each([
  ['today is now', '2026-11-21', open, '2026-11-21T10:00'],
  ['another day is its noon', '2026-11-20', open, '2026-11-20T12:00'],
  ['noon is noon in summer too', '2026-07-20', open, '2026-07-20T12:00'],
  [
    'not before the step before it on that day',
    '2026-11-20',
    { ...open, notBefore: at('2026-11-20T16:00') },
    '2026-11-20T16:00',
  ],
  [
    'not after the step after it on that day',
    '2026-11-20',
    { ...open, notAfter: at('2026-11-20T09:00') },
    '2026-11-20T09:00',
  ],
  ['nor after one of today', '2026-11-21', { ...open, notAfter: at('2026-11-21T08:00') }, '2026-11-21T08:00'],
  [
    'a day outside the bounds keeps its noon',
    '2026-11-18',
    { notBefore: at('2026-11-19T16:00'), notAfter: at('2026-11-20T09:00') },
    '2026-11-18T12:00',
  ],
])('%s', (_what, day, bounds, moment) => {
  expect(momentOn(Temporal.PlainDate.from(day), bounds, now).toString()).toBe(at(moment).toString())
})
