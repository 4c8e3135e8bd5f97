import type { SignedInRoute } from '../../platform/http/index.ts'
import { writingRoutes } from './addEvent.page.tsx'
import { eventsRoute } from './events.page.tsx'

export {
  AskedReviews,
  eventTitle,
  happenedWords,
  ReviewOfChild,
  readAskedReviews,
} from './AskedReviews.tsx'
export type { AskedReview } from './askedReviews.ts'
export { insertEvent } from './eventQueries.ts'
export { addEventPath, eventsPath } from './paths.ts'

/** The routes of what happens in a child’s life. */
export const eventRoutes: readonly SignedInRoute[] = [eventsRoute, ...writingRoutes]
