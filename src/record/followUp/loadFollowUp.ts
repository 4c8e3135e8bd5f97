import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request } from '../../platform/http/index.ts'
import type { FollowedCase } from './followUp.ts'
import { findFollowUp } from './followUpQueries.ts'

/** The follow-up that a page or a form is about. */
export async function loadFollowUp({
  tx,
  params,
}: Pick<Request, 'tx' | 'params'>): Promise<Result<FollowedCase, Answer>> {
  const id = parseId<'involvement'>(params.involvementId ?? '')
  const found = id && (await findFollowUp(tx, params.childId ?? '', id))
  return found ? ok(found) : refused(notFound)
}
