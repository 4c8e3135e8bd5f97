import { expect, test } from 'vitest'
import { onTheWall, wallMoment } from './wallTime.ts'

const at = (day: string, time: string) =>
  wallMoment(Temporal.PlainDate.from(day), Temporal.PlainTime.from(time))

test.each([
  ['2026-01-15', '09:00', '2026-01-15T09:00:00Z', 'in winter'],
  ['2026-07-15', '09:00', '2026-07-15T08:00:00Z', 'in summer'],
  ['2026-03-29', '00:59', '2026-03-29T00:59:00Z', 'just before the clocks go forward'],
  ['2026-03-29', '02:00', '2026-03-29T01:00:00Z', 'just after the clocks went forward'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00Z', 'the first of the two when the clocks go back'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00Z', 'after the clocks went back'],
])('%s at %s is %s: %s', (day, time, instant) => {
  const moment = at(day, time)
  expect(moment.ok && moment.value.toString()).toBe(instant)
  if (moment.ok) expect(onTheWall(moment.value).time.toString()).toBe(`${time}:00`)
})

test('a time that the day leaves out is refused, with why', () => {
  expect(at('2026-03-29', '01:30')).toEqual({
    ok: false,
    reason: 'There is no 1:30am on 29 March 2026: the clocks go forward an hour. Choose another time',
  })
})
