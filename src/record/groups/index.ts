import type { SignedInRoute } from '../../platform/http/index.ts'
import { attendanceRoutes } from './attendance.page.tsx'
import { editGroupRoutes } from './editGroup.page.tsx'
import { groupRoute } from './group.page.tsx'
import { groupListRoutes } from './list.page.tsx'
import { memberRoutes } from './members.page.tsx'
import { planSessionRoutes } from './planSession.page.tsx'
import { sessionRoutes } from './session.page.tsx'

export type { SessionBeside } from './group.ts'
export { changeGroup, findGroup, insertGroup, insertMember } from './groupQueries.ts'
export { groupsPath, sessionPath } from './paths.ts'
export { insertSession, listAttendance, listSessionsBeside } from './sessionQueries.ts'

/** The routes of groups, their sessions and attendance. */
export const groupRoutes: readonly SignedInRoute[] = [
  ...groupListRoutes,
  ...editGroupRoutes,
  groupRoute,
  ...memberRoutes,
  ...planSessionRoutes,
  ...sessionRoutes,
  ...attendanceRoutes,
]
