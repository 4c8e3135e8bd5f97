import type { HistoryEvent } from './historyQueries.ts'

/** Views by one person, one after another, that stand in one line; the newest first. */
export type Run = readonly [HistoryEvent, ...HistoryEvent[]]

const runLasts = { hours: 1 }

/**
 * Folds views that follow one another, by one person and within an hour, into runs, so that reading does not bury what
 * was changed. A change, a view for which a reason was given and anything by the program stands by itself.
 * @param events the newest first
 */
export function foldRuns(events: readonly HistoryEvent[]): Run[] {
  const runs: [HistoryEvent, ...HistoryEvent[]][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && belongsTo(run[0], event)) run.push(event)
    else runs.push([event])
  }
  return runs
}

function belongsTo(newest: HistoryEvent, event: HistoryEvent): boolean {
  return (
    isPlainView(newest) &&
    isPlainView(event) &&
    newest.person === event.person &&
    Temporal.Instant.compare(newest.at.subtract(runLasts), event.at) <= 0
  )
}

function isPlainView({ action, reason, person }: HistoryEvent): boolean {
  return action === 'view' && !reason && person !== null
}
