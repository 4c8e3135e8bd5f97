import { expect, test } from 'vitest'
import type { HistoryEvent } from './historyQueries.ts'
import { foldRuns } from './historyRuns.ts'

const at = (time: string, more: Partial<HistoryEvent> = {}): HistoryEvent => ({
  id: 1,
  at: Temporal.Instant.from(`2026-11-20T${time}Z`),
  person: 'Olive Officer',
  action: 'view',
  purpose: 'Looked at Now',
  reason: null,
  tableName: null,
  before: null,
  after: null,
  ...more,
})
const change = { action: 'update', tableName: 'child' } as const

test.each([
  ['views within an hour', [at('12:00'), at('11:30'), at('11:00')], [3]],
  ['views more than an hour from the newest', [at('12:00'), at('11:30'), at('10:59')], [2, 1]],
  ['views by two people', [at('12:00'), at('11:59', { person: 'Otto Officer' }), at('11:58')], [1, 1, 1]],
  ['a change between views', [at('12:00'), at('11:59', change), at('11:58')], [1, 1, 1]],
  ['changes one after another', [at('12:00', change), at('11:59', change)], [1, 1]],
  ['a view with a reason', [at('12:00'), at('11:59', { reason: 'An emergency' })], [1, 1]],
  ['what the program did', [at('12:00', { person: null }), at('11:59', { person: null })], [1, 1]],
])('%s', (_, events, lengths) => {
  expect(foldRuns(events).map(run => run.length)).toEqual(lengths)
})

test('nothing is lost, and the order stays', () => {
  const events = [at('12:00'), at('11:50'), at('11:40', change), at('11:30')]
  expect(foldRuns(events).flat()).toEqual(events)
})
