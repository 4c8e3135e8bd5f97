import { giveRoutes } from './give.page.tsx'
import { paperRoute } from './paper.page.tsx'
import { summaryRoute } from './summary.page.tsx'
import { summaryWorkRoutes } from './summaryWork.page.tsx'
import { toReadRoutes } from './toRead.page.tsx'
import { whoseRoutes } from './whose.page.tsx'
import { workRoutes } from './work.page.tsx'

export { FeedbackGiven } from './FeedbackGiven.tsx'
export {
  type Feedback,
  insertFeedback,
  isOfTheirOwn,
  listFeedback,
  listInvitations,
  ways,
} from './feedbackQueries.ts'
export { paperPath, summaryPath, toReadPath } from './paths.ts'
export { quarterOf, writeQuarter } from './quarter.ts'
export { insertSaidAndDone } from './summaryQueries.ts'
export { markRead, readUnread, wordsAsked } from './unreadQueries.ts'
export { askingRoutes } from './work.page.tsx'

export const feedbackRoutes = [
  ...giveRoutes,
  paperRoute,
  ...workRoutes,
  summaryRoute,
  ...summaryWorkRoutes,
  ...whoseRoutes,
  ...toReadRoutes,
]
