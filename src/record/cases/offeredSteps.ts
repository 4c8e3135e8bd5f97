import { availableSteps, type Pathway } from '../../engine/pathways/index.ts'
import { may, type Role } from '../../platform/access/index.ts'
import type { Involvement } from './caseQueries.ts'
import { positionOf } from './position.ts'

/** A step that somebody may take in a case now. */
export type OfferedTo = { id: string; title: string }

/**
 * The steps that somebody in these roles may take where a case stands, each once however many of the roles allow it. Undefined
 * where nothing is for them to do in the case at all: they may not move it, or its pathway is no longer among the definitions.
 */
export function offeredSteps(
  pathway: Pathway | undefined,
  at: Pick<Involvement, 'stage' | 'ending'>,
  { roles, isRelated }: { roles: readonly Role[]; isRelated: boolean },
): OfferedTo[] | undefined {
  if (!pathway || !may('case.move', roles, isRelated)) return undefined
  const steps = roles.flatMap(role => availableSteps(pathway, positionOf(at), role))
  return [...new Map(steps.map(({ id, title }) => [id, { id, title }])).values()]
}
