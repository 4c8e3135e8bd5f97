import type { Request } from '../../platform/http/index.ts'
import type { Child } from './child.ts'

/** Under which name a page is told where it was asked for, and its form sends it along. */
const asked = 'back'
const carried = '_back'

/** An address with the way back to where it was asked for; as it is without one. */
export function withWayBack(href: string, back: string | undefined): string {
  if (back === undefined) return href
  const [page, part] = href.split('#')
  return `${page}?${asked}=${encodeURIComponent(back)}${part === undefined ? '' : `#${part}`}`
}

/** Where the reader came from, where that is a part of a form about this child; undefined for anything else. */
export function wayBack(
  { query, sent }: Pick<Request, 'query' | 'sent'>,
  { childId }: Pick<Child, 'childId'>,
): string | undefined {
  const address = query.get(asked) ?? sent.one(carried)
  return address.startsWith(`/children/${childId}/assessments/`) && /^[a-z0-9/-]+$/.test(address)
    ? address
    : undefined
}

/** What the form of a page sends along, so that the way back is known when it is saved. */
export const carryingBack = (back: string | undefined): Readonly<Record<string, readonly string[]>> =>
  back === undefined ? {} : { [carried]: [back] }
