import { expect, test } from 'vitest'
import { periodWords } from './factPeriod.ts'

const may = Temporal.PlainDate.from('2026-05-04')
const june = Temporal.PlainDate.from('2026-06-03')

test.each([
  [may, null, 'Since 4 May 2026'],
  [may, june, '4 May 2026 to 3 June 2026'],
  [may, may, '4 May 2026 to 4 May 2026'],
  [null, june, 'Until 3 June 2026, since when is not known'],
  [null, null, 'Now, since when is not known'],
])('from %s until %s reads “%s”', (from, until, words) => {
  expect(periodWords(from, until)).toBe(words)
})
