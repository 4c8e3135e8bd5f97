import { giveRoutes } from './give.page.tsx'
import { paperRoute } from './paper.page.tsx'
import { summaryRoute } from './summary.page.tsx'
import { summaryWorkRoutes } from './summaryWork.page.tsx'
import { whoseRoutes } from './whose.page.tsx'
import { workRoutes } from './work.page.tsx'

export { FeedbackGiven } from './FeedbackGiven.tsx'
export { type Feedback, insertFeedback, listFeedback, listInvitations, ways } from './feedbackQueries.ts'
export { paperPath, summaryPath } from './paths.ts'
export { countSaidSince, insertSaidAndDone } from './summaryQueries.ts'
export { askingRoutes } from './work.page.tsx'

export const feedbackRoutes = [
  ...giveRoutes,
  paperRoute,
  ...workRoutes,
  summaryRoute,
  ...summaryWorkRoutes,
  ...whoseRoutes,
]
