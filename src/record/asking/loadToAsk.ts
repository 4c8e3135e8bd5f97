import type { OutsideForm } from '../../engine/feedback/index.ts'
import { parseId } from '../../kernel/ids.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request } from '../../platform/http/index.ts'
import { type Child, childOf, type OfCase } from '../children/index.ts'
import { outsideForm } from './asking.ts'
import { findToAsk, type ToAsk } from './askingQueries.ts'

/** Whom a page of the asking is about, and by which form they are asked. */
export type Asked = { child: Child; it: ToAsk; form: OutsideForm }

/** The child whose work has ended; not found where it has not, or whoever asks has a part in it. */
export async function loadToAsk(request: Request): Promise<Result<Asked, Answer>> {
  const form = outsideForm()
  const involvementId = parseId<'involvement'>(request.params.involvementId ?? '')
  const child = await childOf(request)
  if (!form || !involvementId || !child) return refused(notFound)
  const it = await findToAsk(request.tx, form.id, { childId: child.childId, involvementId })
  return it ? ok({ child, it, form }) : refused(notFound)
}

/** The case alone, for the pages by which is asked: behind the same wall. */
export async function loadCaseToAsk(request: Request): Promise<Result<OfCase, Answer>> {
  const found = await loadToAsk(request)
  return found.ok
    ? ok({ childId: found.value.child.childId, involvementId: found.value.it.id })
    : refused(found.reason)
}
