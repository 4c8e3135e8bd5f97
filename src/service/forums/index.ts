import { attendanceRoutes } from './attendance.page.tsx'
import { bringChildRoutes, bringPaperRoutes, chooseForumRoutes } from './bring.page.tsx'
import { callOffRoutes, changeMeetingRoutes } from './changeMeeting.page.tsx'
import { childPanelsRoute } from './childPanels.page.tsx'
import { closeRoutes } from './close.page.tsx'
import { decideRoutes } from './decide.page.tsx'
import { forumRoute } from './forum.page.tsx'
import { itemRoute } from './item.page.tsx'
import { forumsRoute } from './list.page.tsx'
import { meetingRoute } from './meeting.page.tsx'
import { minutesRoute, minutesWordRoute } from './minutes.page.tsx'
import { moveItemRoutes, withdrawRoutes } from './moveItem.page.tsx'
import { addMeetingRoutes, planRoutes } from './plan.page.tsx'
import { returnRoutes } from './return.page.tsx'
import { hereInRoomRoute, openRoomRoute, roomLiveRoute, roomRoute, showInRoomRoute } from './room.page.tsx'
import { addHolderRoutes, changeHolderRoutes } from './seats.page.tsx'

export { markAttendance } from './attendanceQueries.ts'
export { forumsToday, returnsInDigest } from './ForumsToday.tsx'
export { changeItem, findItem, insertItem, isBrought, placeWaiting } from './itemQueries.ts'
export {
  changeMeeting,
  insertMeetings,
  listMeetingsBefore,
  listMeetingsFrom,
  type Meeting,
} from './meetingQueries.ts'
export { forumsPath } from './paths.ts'
export { saveReturn } from './returnQueries.ts'
export { insertHolder, listHolders } from './seatQueries.ts'

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
  roomRoute,
  roomLiveRoute,
  openRoomRoute,
  showInRoomRoute,
  hereInRoomRoute,
  ...closeRoutes,
  ...attendanceRoutes,
  minutesRoute,
  minutesWordRoute,
  itemRoute,
  ...returnRoutes,
  ...decideRoutes,
  ...moveItemRoutes,
  ...withdrawRoutes,
  childPanelsRoute,
  ...chooseForumRoutes,
  ...bringChildRoutes,
]
