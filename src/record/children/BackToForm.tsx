import type { Request } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { wayBack } from './wayBack.ts'

/** The way back to the part of a form from which the reader came to put the record right; nothing for others. */
export function BackToForm({ request }: { request: Request }) {
  const to = wayBack(request, { childId: request.params.childId ?? '' })
  return to === undefined ? null : <BackLink href={to}>Back to the form</BackLink>
}
