import { sql } from 'kysely'
import { practiceInUse } from '../../engine/packs/index.ts'
import { type CarriedCases, capacityOf, type LoadLine, loadOf } from '../../engine/workload/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** What somebody carries and can carry: points by the service's method. Undefined: not known, or no method is defined. */
export type Load = {
  children: number
  points: number | undefined
  capacity: number | undefined
  lines: readonly LoadLine[]
}

/** What a load is worked out from, as the database counts it. */
export type Carried = {
  children: number | null
  cases: readonly CarriedCases[] | null
  minutesAWeek: number | null
}

/** The load of somebody, by the one method. */
export function loadFrom({ children, cases, minutesAWeek }: Carried): Load {
  const { workloads, pathways } = practiceInUse()
  const [method] = workloads
  const load = method && loadOf(method, pathways, cases ?? [])
  return {
    children: children ?? 0,
    points: load?.points,
    capacity: method && capacityOf(method, minutesAWeek),
    lines: load?.lines ?? [],
  }
}

/** "62 of 80"; "62, hours not known"; '' where no method is defined. */
export function loadWords({ points, capacity }: Pick<Load, 'points' | 'capacity'>): string {
  if (points === undefined) return ''
  return capacity === undefined ? `${points}, hours not known` : `${points} of ${capacity}`
}

/**
 * Said wherever a load stands, in the same words whether something is left out or not: saying it only then would tell of a
 * record that is hidden.
 */
export const loadScope =
  'Load counts the cases that are open to you: somebody who works with restricted records may carry more.'

/** Load as a share of what can be carried, for ordering; undefined where it is not known. */
export function loadShare({ points, capacity }: Pick<Load, 'points' | 'capacity'>): number | undefined {
  if (points === undefined || capacity === undefined) return undefined
  return capacity === 0 ? (points === 0 ? 0 : Number.POSITIVE_INFINITY) : points / capacity
}

/** The load of one worker, over the cases that are open to the person who asks. */
export async function findLoad(tx: Work, userId: string): Promise<Load> {
  const { rows } = await sql<Carried>`
    select l.children::int as children, l.cases, p.minutes_a_week as "minutesAWeek"
    from (select ${userId}::uuid as user_id) a
    left join loads_of_workers(${userId}) l on l.user_id = a.user_id
    left join worker_profile p on p.service_id = current_service() and p.user_id = a.user_id`.execute(tx)
  return loadFrom(rows[0] ?? { children: 0, cases: [], minutesAWeek: null })
}
