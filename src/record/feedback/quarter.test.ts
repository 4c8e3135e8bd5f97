import { expect, test } from 'vitest'
import { momentsOf, quarterBefore, quarterOf, quarterWords, readQuarter, writeQuarter } from './quarter.ts'

test.each([
  ['2026-01-01', '2026-1', 'January to March 2026', '2025-4'],
  ['2026-03-31', '2026-1', 'January to March 2026', '2025-4'],
  ['2026-04-01', '2026-2', 'April to June 2026', '2026-1'],
  ['2028-02-29', '2028-1', 'January to March 2028', '2027-4'],
  ['2026-12-31', '2026-4', 'October to December 2026', '2026-3'],
])('%s lies in %s, %s, after %s', (day, written, words, before) => {
  const quarter = quarterOf(Temporal.PlainDate.from(day))
  expect(writeQuarter(quarter)).toBe(written)
  expect(readQuarter(written)).toEqual(quarter)
  expect(quarterWords(quarter)).toBe(words)
  expect(writeQuarter(quarterBefore(quarter))).toBe(before)
})

test.each([null, '', '2026-5', '2026-0', '26-1', '2026-1-1'])('%j is no quarter', text => {
  expect(readQuarter(text)).toBeUndefined()
})

test('a quarter begins and ends by the clocks of the United Kingdom', () => {
  const { from, before } = momentsOf({ year: 2026, quarter: 2 })
  expect([from.toString(), before.toString()]).toEqual(['2026-03-31T23:00:00Z', '2026-06-30T23:00:00Z'])
})
