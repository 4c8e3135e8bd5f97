import { agreeRoutes } from './agree.page.tsx'
import { markRoutes } from './mark.page.tsx'

export { Conditions } from './Conditions.tsx'
export { conditionsToday } from './ConditionsToday.tsx'
export { insertCondition, listConditions, markCondition, varyCondition } from './conditionQueries.ts'

export const conditionRoutes = [...agreeRoutes, ...markRoutes]
