import type { Pathway, Position } from '../../engine/pathways/index.ts'
import type { Involvement } from './caseQueries.ts'

/** Where a case stands on its pathway, as the record keeps it beside the milestones that brought it there. */
export function positionOf(it: Pick<Involvement, 'stage' | 'ending'>): Position {
  return it.ending === null
    ? { kind: 'open', stage: it.stage }
    : { kind: 'ended', ending: it.ending, from: it.stage }
}

/** Where a case stands, in the pathway's words. */
export function standing(pathway: Pathway | undefined, it: Pick<Involvement, 'stage' | 'ending'>): string {
  if (it.ending !== null) return `Ended: ${pathway?.endings[it.ending]?.title ?? it.ending}`
  return pathway?.stages[it.stage]?.title ?? it.stage
}
