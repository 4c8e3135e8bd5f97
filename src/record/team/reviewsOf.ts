import type { Request } from '../../platform/http/index.ts'
import { listGivenBackTo } from '../countersigning/index.ts'
import { countReviewsOverdue } from '../events/index.ts'
import { countReviewsPassed } from '../plans/index.ts'
import type { ReviewCount } from './teamLine.ts'

/**
 * Reads how many reviews are overdue and how much was given back, by worker. A review counts with whoever holds the case and with whoever
 * covers for them, as it stands on the day of both; what was given back, with whoever signed it.
 */
export async function readReviews(
  request: Pick<Request, 'tx' | 'now' | 'today'>,
): Promise<(userId: string) => ReviewCount> {
  const { tx, today } = request
  const [afterEvents, ofPlans, given] = await Promise.all([
    countReviewsOverdue(request),
    countReviewsPassed(tx, today),
    listGivenBackTo(tx),
  ])
  const back = Map.groupBy(given, ({ signedById }) => signedById)
  return userId => ({
    reviewsOverdue: (afterEvents.get(userId) ?? 0) + (ofPlans.get(userId) ?? 0),
    givenBack: back.get(userId)?.length ?? 0,
  })
}
