import type { JSX } from 'preact'
import { reachOf } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { listGivenBackTo } from '../countersigning/index.ts'
import { AskedReviews, readAskedReviews } from '../events/index.ts'
import { listPlansToReview, PlansToReview } from '../plans/index.ts'
import { GivenBack } from './waiting.tsx'

/**
 * What a senior sees on the page of a worker as it stands on that worker’s day: work given back to them, reviews after something happened,
 * and plans to be reviewed. Every child that it names counts as seen.
 */
export async function ReviewParts(request: Request, userId: string): Promise<JSX.Element> {
  const { tx, today, who, seen } = request
  const sees = (permission: Parameters<typeof reachOf>[0]) => reachOf(permission, who.roles) === 'all'
  const [given, asked, plans] = await Promise.all([
    sees('assessments.see') ? listGivenBackTo(tx, { userId, today }) : [],
    sees('events.see') ? readAskedReviews(request, { userId }) : [],
    sees('plans.see') ? listPlansToReview(tx, userId, today) : [],
  ])
  seen(
    [...given, ...asked, ...plans].map(({ childId }) => childId),
    'On the page of a worker',
  )
  return (
    <>
      <GivenBack given={given} reader={who.userId} />
      <AskedReviews asked={asked} />
      <PlansToReview plans={plans} today={today} />
    </>
  )
}
