import type { Goal, Progress } from '../plans/index.ts'
import { lastMark } from '../plans/index.ts'
import type { Whose } from './ownPage.ts'

/** By whom a mark was given that came from a page. */
export const saidBy = { child: 'child', parent: 'family' } as const satisfies Record<
  Whose,
  Progress['saidBy']
>

/**
 * The last mark of whoever has the page: a parent does not read what the child said of a goal or what another parent did, nor the
 * child what a parent said. What a worker wrote down stands there only for the child: of the family it does not say who it was.
 * @param pages those of the same reader
 */
export function ownLastMark(
  { progress }: Pick<Goal, 'progress'>,
  whose: Whose,
  pages: ReadonlySet<string>,
): Progress | undefined {
  const isTheirs = ({ saidBy: giver, ownPageId }: Progress) =>
    ownPageId ? pages.has(ownPageId) : whose === 'child' && giver === saidBy.child
  return lastMark({ progress: progress.filter(isTheirs) })
}
