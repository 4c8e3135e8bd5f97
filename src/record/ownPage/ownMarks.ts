import type { Goal, Progress } from '../plans/index.ts'
import { lastMark } from '../plans/index.ts'
import type { Whose } from './ownPage.ts'

/** By whom a mark was given that came from a page. */
export const saidBy = { child: 'child', parent: 'family' } as const satisfies Record<
  Whose,
  Progress['saidBy']
>

/**
 * The last mark of whoever has the page: a parent does not read what the child said of a goal, nor the child what a parent
 * said.
 */
export function ownLastMark({ progress }: Pick<Goal, 'progress'>, whose: Whose): Progress | undefined {
  return lastMark({ progress: progress.filter(each => each.saidBy === saidBy[whose]) })
}
