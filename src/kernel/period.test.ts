import { describe, expect, it, test } from 'vitest'
import { always, between, covers, from, overlap, type Period, until } from './period.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('a period in which a rule holds', () => {
  test.each<[string, Period, string, boolean]>([
    ['always', always, '1900-01-01', true],
    ['from a day: the day before', from('2026-02-01'), '2026-01-31', false],
    ['from a day: that day', from('2026-02-01'), '2026-02-01', true],
    ['until a day: that day', until('2023-03-31'), '2023-03-31', true],
    ['until a day: the day after', until('2023-03-31'), '2023-04-01', false],
    ['between: the last day', between('2020-01-01', '2020-12-31'), '2020-12-31', true],
    ['between: the day after', between('2020-01-01', '2020-12-31'), '2021-01-01', false],
  ])('%s', (_what, period, on, holds) => {
    expect(covers(period, day(on))).toBe(holds)
  })

  it('cannot end before it begins', () => {
    expect(() => between('2020-01-02', '2020-01-01')).toThrow(RangeError)
  })

  it('cannot begin on a day that does not exist', () => {
    expect(() => from('2025-02-29')).toThrow(RangeError)
  })
})

describe('two periods', () => {
  it('overlap when they share one day', () => {
    expect(overlap(until('2023-03-31'), from('2023-03-31'))).toBe(true)
    expect(overlap(until('2023-03-31'), from('2023-04-01'))).toBe(false)
    expect(overlap(from('2023-04-01'), until('2023-03-31'))).toBe(false)
    expect(overlap(always, between('2020-01-01', '2020-12-31'))).toBe(true)
  })
})
