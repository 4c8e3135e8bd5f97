import { path } from '../../platform/http/index.ts'

export const casePath = path('/children/:childId/cases/:involvementId')
export const stepPath = path('/children/:childId/cases/:involvementId/steps/:step')
