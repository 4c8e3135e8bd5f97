import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, notFound, type Request } from '../../platform/http/index.ts'
import type { Child } from './child.ts'
import { childOf } from './frame.tsx'

/** The child that a form's page is about. */
export async function loadOfForm(request: Request): Promise<Result<Child, Answer>> {
  const child = await childOf(request)
  return child ? ok(child) : refused(notFound)
}
