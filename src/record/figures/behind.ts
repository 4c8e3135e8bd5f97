import { arrivalsPath } from '../arrivals/index.ts'
import { childrenPath } from '../children/index.ts'
import type { Fate } from './figureQueries.ts'
import type { FigurePeriod } from './period.ts'

/** What the figures on a page are counted over. */
export type Counting = { period: FigurePeriod; pathway: string | undefined }

/** The list of the cases behind a figure. @param result how it went: `answer.suitable`, `reason.no-need` */
export function casesBehind(
  { period, pathway }: Counting,
  happened: string,
  result?: string,
  own: string | undefined = pathway,
): string {
  const query = new URLSearchParams({ whose: 'all', state: 'all' })
  if (own !== undefined) query.set('pathway', own)
  query.set('happened', happened)
  query.set('on-from', period.from.toString())
  query.set('on-to', period.to.toString())
  if (result !== undefined) query.set('result', result)
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
