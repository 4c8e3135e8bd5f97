import type { SignedInRoute } from '../../platform/http/index.ts'
import { writingRoutes } from './addEvent.page.tsx'
import { eventsRoute } from './events.page.tsx'

export {
  AskedReviews,
  countReviewsOverdue,
  eachHappened,
  eventTitle,
  happenedWords,
  ReviewOfChild,
  readAskedReviews,
  readHappenedBeside,
} from './AskedReviews.tsx'
export type { AskedReview, Happened } from './askedReviews.ts'
export { insertEvent } from './eventQueries.ts'
export { addEventPath, eventsPath } from './paths.ts'
export { TakenUp, takenUp, takeUpField } from './takeUp.tsx'

/** The routes of what happens in a child’s life. */
export const eventRoutes: readonly SignedInRoute[] = [eventsRoute, ...writingRoutes]
