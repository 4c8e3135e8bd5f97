import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { KeepsConditions, Pathway } from '../../engine/pathways/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request, redirect } from '../../platform/http/index.ts'
import { findInvolvement, type Involvement } from '../cases/index.ts'
import { casePath } from '../children/index.ts'
import type { Condition } from './condition.ts'
import { findCondition } from './conditionQueries.ts'

/** An open case in which conditions are kept, held until the request is done. */
export type CaseWithConditions = { it: Involvement; pathway: Pathway; keeps: KeepsConditions }

/** The case, while conditions can be agreed and kept in it. */
export async function loadCase({ tx, params }: Request): Promise<Result<CaseWithConditions, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const it = id && (await findInvolvement(tx, id, 'to-move'))
  const pathway = it && findPathway(practiceInUse(), it.pathway)
  if (!it || it.childId !== params.childId || !pathway?.conditions) return refused(notFound)
  const keeps = pathway.conditions
  if (it.ending !== null || !keeps.whileIn.includes(it.stage))
    return refused(redirect(casePath.to(it), 'Conditions are kept in this case at another stage.'))
  return ok({ it, pathway, keeps })
}

export type LoadedCondition = CaseWithConditions & { condition: Condition; today: Temporal.PlainDate }

/** A condition of such a case. */
export async function loadCondition(request: Request): Promise<Result<LoadedCondition, Answer>> {
  const of = await loadCase(request)
  if (!of.ok) return of
  const id = parseId<'condition'>(request.params.conditionId ?? '')
  const condition = id && (await findCondition(request.tx, id))
  return condition && condition.involvementId === of.value.it.involvementId
    ? ok({ ...of.value, condition, today: request.today })
    : refused(notFound)
}
