import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from '../../engine/lists/index.ts'
import { findPathway, type Practice } from '../../engine/packs/index.ts'
import { type Work, withInstant } from '../../platform/database/index.ts'
import {
  clockUntil,
  type Happening,
  standingOfWait,
  stopsBeside,
  type WaitStanding,
} from '../figures/index.ts'
import type { ListedCase } from './caseListQueries.ts'

type Waited = Pick<ListedCase, 'pathway' | 'startedAt' | 'happenedAt' | 'stops'>

/** How long a case waited for something, by the clock of its pathway; undefined where that has no clock for it. */
export function waitStanding(
  { pathway: id, startedAt, happenedAt, stops = [] }: Waited,
  what: Happening,
  practice: Practice,
): WaitStanding | undefined {
  const pathway = findPathway(practice, id)
  const clockId = pathway && clockUntil(pathway, what)
  if (!pathway || clockId === undefined || !happenedAt) return undefined
  const wait = { from: startedAt, to: happenedAt, stops: stops.map(withInstant) }
  return standingOfWait(pathway, clockId, wait, practice)
}

/**
 * The cases that stand so by the clock. Clocks are worked out and not stored, so the cases that are left by what else is
 * asked are read, and held against it by the rule of the figures.
 * @param source the cases to which it happened
 * @param conditions what else the list is narrowed to
 */
export async function findStanding(
  tx: Work,
  { what, standing, practice }: { what: Happening; standing: WaitStanding; practice: Practice },
  { from, where }: ListSource<ListedCase>,
  conditions: readonly RawBuilder<boolean>[],
): Promise<string[]> {
  const { rows } = await sql<Waited & { id: string }>`
    select i.involvement_id as id, i.pathway, i.started_at as "startedAt", h.at as "happenedAt", ${stopsBeside(what)} as stops
    from ${from} where ${sql.join([where, ...conditions], sql` and `)}`.execute(tx)
  return rows.filter(row => waitStanding(row, what, practice) === standing).map(({ id }) => id)
}
