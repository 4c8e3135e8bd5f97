import { path } from '../../platform/http/index.ts'

export { casePath } from '../children/index.ts'
export const addCoWorkerPath = path('/children/:childId/cases/:involvementId/co-workers/add')
export const endCoWorkerPath = path('/children/:childId/cases/:involvementId/co-workers/:userId/end')
export const correctStepPath = path('/children/:childId/cases/:involvementId/milestones/:milestoneId/correct')
export const changesPath = path('/children/:childId/cases/:involvementId/changes')
export const stepPath = path('/children/:childId/cases/:involvementId/steps/:step')
export const handOverPath = path('/children/:childId/cases/:involvementId/hand-overs/:handOverId')
