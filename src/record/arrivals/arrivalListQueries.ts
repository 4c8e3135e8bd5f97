import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Notification, notificationColumns } from './notificationQueries.ts'

/** What arrived, as a list shows it. */
export type ListedArrival = Notification & { id: string }

/** All that arrived. */
export const arrivalSource: ListSource<ListedArrival> = {
  columns: sql<ListedArrival>`n.notification_id as id, ${notificationColumns}`,
  from: sql`notification n`,
  where: sql<boolean>`n.service_id = current_service()`,
  id: sql<string>`n.notification_id`,
  sorts: { received: sql`n.received_at` },
}

/** How something that arrived stands: `known-only`: its child is known, but no case came of it. */
export type ArrivalState = 'waiting' | 'case' | 'joined' | 'closed' | 'known-only'

/** What the list of arrivals is narrowed to. */
export type ArrivalFilter = {
  state?: ArrivalState | undefined
  route?: string | undefined
  /** The cases of this pathway and, of what has no case, what came by one of these ways in. */
  pathway?: { id: string; routes: readonly string[] } | undefined
  days: Days
}

/** The conditions that a filter comes to. */
export function arrivalConditions({ state, route, pathway, days }: ArrivalFilter): RawBuilder<boolean>[] {
  const since = days.from?.toZonedDateTime(ukZone).toInstant()
  const until = days.to?.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
  return [
    ...(state === undefined ? [] : [stands(state)]),
    ...(route === undefined ? [] : [sql<boolean>`n.route_in = ${route}`]),
    ...(pathway === undefined ? [] : [leadsTo(pathway)]),
    ...(since === undefined ? [] : [sql<boolean>`n.received_at >= ${since}`]),
    ...(until === undefined ? [] : [sql<boolean>`n.received_at < ${until}`]),
  ]
}

function stands(state: ArrivalState): RawBuilder<boolean> {
  switch (state) {
    case 'waiting':
      return sql<boolean>`(n.child_id is null and n.closed_at is null)`
    case 'case':
      return sql<boolean>`(n.involvement_id is not null and not n.has_joined)`
    case 'joined':
      return sql<boolean>`n.has_joined`
    case 'closed':
      return sql<boolean>`(n.involvement_id is null and n.closed_at is not null)`
    case 'known-only':
      return sql<boolean>`(n.involvement_id is null and n.closed_at is null and n.child_id is not null)`
  }
}

function leadsTo({ id, routes }: NonNullable<ArrivalFilter['pathway']>): RawBuilder<boolean> {
  return sql<boolean>`(case when n.involvement_id is null then n.route_in = any (${[...routes]}::text[])
    else exists (select from involvement i
      where i.service_id = n.service_id and i.involvement_id = n.involvement_id and i.pathway = ${id}) end)`
}

/** How many records from other services wait for somebody to say which child they are about. */
export async function countPackages(tx: Work): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from arrived_transfer
    where service_id = current_service() and settled_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}
