import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request } from '../../platform/http/index.ts'
import { isCaseOf } from './caseQueries.ts'
import type { Child } from './child.ts'
import { childOf } from './frame.tsx'

/** The child that a form's page is about. */
export async function loadOfForm(request: Request): Promise<Result<Child, Answer>> {
  const child = await childOf(request)
  return child ? ok(child) : refused(notFound)
}

/** A case of a child, as the addresses of pages about it name it. */
export type OfCase = { childId: string; involvementId: string }

/** The case that a form's page is about; not found where the child has no such case. */
export async function loadOfCase({ tx, params }: Request): Promise<Result<OfCase, Answer>> {
  const { childId = '' } = params
  const involvementId = parseId<'involvement'>(params.involvementId ?? '')
  const isThere = involvementId && (await isCaseOf(tx, childId, involvementId))
  return isThere ? ok({ childId, involvementId }) : refused(notFound)
}
