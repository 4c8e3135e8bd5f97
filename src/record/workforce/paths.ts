import { path } from '../../platform/http/index.ts'

export const ownProfilePath = path('/profile')
export const ownLeavePath = path('/profile/leave/add')
export const loadPath = path('/profile/load')
export const termsPath = path('/team/lists')
export const addTermPath = path('/team/lists/add')
export const endTermPath = path('/team/lists/:termId/end')
export const workerPath = path('/team/:userId')
export const profilePath = path('/team/:userId/profile')
export const addLeavePath = path('/team/:userId/leave/add')
export const changeLeavePath = path('/team/:userId/leave/:leaveId')
export const endLeavePath = path('/team/:userId/leave/:leaveId/end')
export const endCoverPath = path('/team/:userId/leave/:leaveId/end-cover')
