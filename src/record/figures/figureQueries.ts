import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'
import type { Happening } from './happening.ts'
import { happened, type Span, stopsBeside } from './happeningQueries.ts'

/** A case to which something happened that is counted. */
export type Event = {
  pathway: string
  startedAt: Temporal.Instant
  at: Temporal.Instant
  /** The code of how it went; null where the step asks nothing of the kind. */
  answer: string | null
  reasons: string[]
  /** What else may have stopped the clock that runs until then. */
  stops: ClockEvent[]
}

/** The cases to which something happened in a span, each once. @param pathway only the cases of this one */
export async function listEvents(
  tx: Work,
  what: Happening,
  span: Span,
  pathway: string | undefined,
): Promise<Event[]> {
  const { rows } = await sql<Omit<Event, 'stops'> & { stops: InJson<ClockEvent>[] }>`
    select i.pathway, i.started_at as "startedAt", h.at, h.answer, h.reasons, ${stopsBeside(what)} as stops
    from (${happened(what, span)}) h
    join involvement i on i.service_id = current_service() and i.involvement_id = h.involvement_id
    ${pathway === undefined ? sql`` : sql`where i.pathway = ${pathway}`}`.execute(tx)
  return rows.map(row => ({ ...row, stops: row.stops.map(withInstant) }))
}

/** What became of something that arrived. `known-only`: its child is known, but no case came of it. */
export type Fate = 'case' | 'joined' | 'closed' | 'waiting' | 'known-only'

/** How many arrived by a way in and became this; the pathway of the case where there is one. */
export type ArrivalCount = { routeIn: string; pathway: string | null; fate: Fate; count: number }

/** What arrived in a span, counted by way in and by what became of it. */
export async function countArrivals(tx: Work, { since, until }: Span): Promise<ArrivalCount[]> {
  const { rows } = await sql<ArrivalCount>`
    select n.route_in as "routeIn", i.pathway,
      case when n.has_joined then 'joined' when n.involvement_id is not null then 'case' when n.closed_at is not null then 'closed'
        when n.child_id is null then 'waiting' else 'known-only' end as fate,
      count(*) as count
    from notification n
    left join involvement i on i.service_id = n.service_id and i.involvement_id = n.involvement_id
    where n.service_id = current_service() and n.received_at >= ${since} and n.received_at < ${until}
    group by 1, 2, 3`.execute(tx)
  return rows
}

/** Whether there are records that the person who asks does not see, so that the figures are without them. */
export async function leavesOut(tx: Work): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`
    select cardinality(hidden_children()) > 0 or cardinality(hidden_notifications()) > 0 as out`.execute(tx)
  return rows[0]?.out ?? false
}
