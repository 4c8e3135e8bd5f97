import { giveRoutes } from './give.page.tsx'
import { paperRoute } from './paper.page.tsx'
import { workRoutes } from './work.page.tsx'

export { FeedbackGiven } from './FeedbackGiven.tsx'
export { listFeedback, listInvitations } from './feedbackQueries.ts'

export const feedbackRoutes = [...giveRoutes, paperRoute, ...workRoutes]
