import { path } from '../../platform/http/index.ts'

export const groupsPath = path('/groups')
export const addGroupPath = path('/groups/add')
export const groupPath = path('/groups/:groupId')
export const editGroupPath = path('/groups/:groupId/edit')
export const addMembersPath = path('/groups/:groupId/members/add')
export const leavePath = path('/groups/:groupId/members/:memberId/leave')
export const planSessionPath = path('/groups/:groupId/sessions/plan')
export const sessionPath = path('/groups/:groupId/sessions/:sessionId')
export const attendancePath = path('/groups/:groupId/sessions/:sessionId/attendance')
export const moveSessionPath = path('/groups/:groupId/sessions/:sessionId/move')
export const cancelSessionPath = path('/groups/:groupId/sessions/:sessionId/cancel')
