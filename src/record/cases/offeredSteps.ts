import { availableSteps, type OfferedStep, type Pathway } from '../../engine/pathways/index.ts'
import { may, type Role } from '../../platform/access/index.ts'
import type { Involvement } from './caseQueries.ts'
import { positionOf } from './position.ts'

/** A step that somebody may take in a case now. */
export type OfferedTo = { id: string; title: string }

/**
 * The steps that somebody in these roles may take where a case stands, each once however many of the roles allow it. Undefined
 * where nothing is for them to do in the case at all: they may not move it, or its pathway is no longer among the definitions.
 * @param taken what was done in the case: a step may be called otherwise the second time
 */
export function offeredSteps(
  pathway: Pathway | undefined,
  at: Pick<Involvement, 'stage' | 'ending'>,
  { roles, isRelated }: { roles: readonly Role[]; isRelated: boolean },
  taken: readonly { step: string }[],
): OfferedTo[] | undefined {
  if (!pathway || !may('case.move', roles, isRelated)) return undefined
  const titleOf = ({ id, title, again = title }: OfferedStep<Pathway>) =>
    taken.some(({ step }) => step === id) ? again : title
  const steps = roles.flatMap(role => availableSteps(pathway, positionOf(at), role))
  return [...new Map(steps.map(step => [step.id, { id: step.id, title: titleOf(step) }])).values()]
}
