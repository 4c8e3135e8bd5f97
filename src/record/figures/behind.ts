import { arrivalsPath } from '../arrivals/index.ts'
import { childrenPath } from '../children/index.ts'
import type { Fate } from './figureQueries.ts'
import type { Happening } from './happening.ts'
import type { FigurePeriod } from './period.ts'
import type { Sum } from './sums.ts'
import type { WaitStanding } from './waits.ts'

/** What the figures on a page are counted over. */
export type Counting = { period: FigurePeriod; pathway: string | undefined }

/** What of those to whom something happened: how it went, on which pathway, and how long they waited for it. */
export type Which = {
  result?: `answer.${string}` | `reason.${string}` | `sum.${Sum}`
  pathway?: string
  /** From how many days on, to how many; below nought it stands before the arrival. */
  waitedFrom?: number
  waitedTo?: number
  clock?: WaitStanding
  sort?: 'waited' | '-waited'
}

/** The list of the cases behind a figure. */
export function casesBehind({ period, pathway }: Counting, happened: Happening, which: Which = {}): string {
  const query = new URLSearchParams({ whose: 'all', state: 'all' })
  const own = which.pathway ?? pathway
  if (own !== undefined) query.set('pathway', own)
  query.set('happened', happened)
  if (which.waitedFrom !== undefined) query.set('waited-from', String(which.waitedFrom))
  if (which.waitedTo !== undefined) query.set('waited-to', String(which.waitedTo))
  if (which.clock !== undefined) query.set('clock', which.clock)
  query.set('on-from', period.from.toString())
  query.set('on-to', period.to.toString())
  if (which.result !== undefined) query.set('result', which.result)
  if (which.sort !== undefined) query.set('sort', which.sort)
  return `${childrenPath.to()}?${query}`
}

/** The list of the arrivals behind a figure. */
export function arrivalsBehind({ period, pathway }: Counting, fate: Fate | 'all', route?: string): string {
  const query = new URLSearchParams({ state: fate })
  if (route !== undefined) query.set('route', route)
  if (pathway !== undefined) query.set('pathway', pathway)
  query.set('received-from', period.from.toString())
  query.set('received-to', period.to.toString())
  return `${arrivalsPath.to()}?${query}`
}
