import { bringChildRoutes, bringPaperRoutes, chooseForumRoutes } from './bring.page.tsx'
import { callOffRoutes, changeMeetingRoutes } from './changeMeeting.page.tsx'
import { childPanelsRoute } from './childPanels.page.tsx'
import { decideRoutes } from './decide.page.tsx'
import { forumRoute } from './forum.page.tsx'
import { itemRoute } from './item.page.tsx'
import { forumsRoute } from './list.page.tsx'
import { meetingRoute } from './meeting.page.tsx'
import { moveItemRoutes, withdrawRoutes } from './moveItem.page.tsx'
import { addMeetingRoutes, planRoutes } from './plan.page.tsx'
import { addHolderRoutes, changeHolderRoutes } from './seats.page.tsx'

export { forumsPath } from './paths.ts'

/** The routes of standing meetings. */
export const forumRoutes = [
  forumsRoute,
  forumRoute,
  ...planRoutes,
  ...addMeetingRoutes,
  ...addHolderRoutes,
  ...changeHolderRoutes,
  ...bringPaperRoutes,
  meetingRoute,
  ...changeMeetingRoutes,
  ...callOffRoutes,
  itemRoute,
  ...decideRoutes,
  ...moveItemRoutes,
  ...withdrawRoutes,
  childPanelsRoute,
  ...chooseForumRoutes,
  ...bringChildRoutes,
]
