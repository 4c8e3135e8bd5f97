import { giveRoutes } from './give.page.tsx'
import { paperRoute } from './paper.page.tsx'
import { summaryRoute } from './summary.page.tsx'
import { summaryWorkRoutes } from './summaryWork.page.tsx'
import { workRoutes } from './work.page.tsx'

export { FeedbackGiven } from './FeedbackGiven.tsx'
export { insertFeedback, listFeedback, listInvitations } from './feedbackQueries.ts'
export { summaryPath } from './paths.ts'
export { insertSaidAndDone } from './summaryQueries.ts'

export const feedbackRoutes = [...giveRoutes, paperRoute, ...workRoutes, summaryRoute, ...summaryWorkRoutes]
