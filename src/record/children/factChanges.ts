import type { Work } from '../../platform/database/index.ts'
import { type FactsAsked, listFactEvents, namesOfPeople } from './historyQueries.ts'
import { changesOf, eventWords, type FieldChange } from './historyWords.ts'

/** A change of the facts around a child: address, school, people and the like. */
export type FactChange = {
  id: number
  at: Temporal.Instant
  /** What was done, in a line: “Details: changed”. */
  what: string
  by: string | null
  changes: readonly FieldChange[]
}

/** How many changes are read at most: what is older stands in the history. */
const mostRead = 40

/** The changes of the facts around a child since a moment, the latest first. */
export async function listFactChanges(
  tx: Work,
  asked: Omit<FactsAsked, 'most'>,
  today: Temporal.PlainDate,
): Promise<FactChange[]> {
  const events = await listFactEvents(tx, { ...asked, most: mostRead })
  if (events.length === 0) return []
  const names = await namesOfPeople(tx)
  return events.map(event => ({
    id: event.id,
    at: event.at,
    what: eventWords(event),
    by: event.person,
    changes: changesOf(event, { names, today }),
  }))
}
