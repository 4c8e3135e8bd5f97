import { path } from '../../platform/http/index.ts'

export const addConditionPath = path('/children/:childId/cases/:involvementId/conditions/add')
export const varyConditionPath = path('/children/:childId/cases/:involvementId/conditions/:conditionId/vary')
export const markConditionPath = path('/children/:childId/cases/:involvementId/conditions/:conditionId/mark')
