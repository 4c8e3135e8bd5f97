import type { SignedInRoute } from '../../platform/http/index.ts'
import { aboutRoutes } from './about.page.tsx'
import { beginRoutes } from './begin.page.tsx'
import { contingencyRoutes } from './contingency.page.tsx'
import { goalRoutes } from './goal.page.tsx'
import { needRoutes } from './needs.page.tsx'
import { onePlanRoute, planRoute } from './plan.page.tsx'
import { signingRoutes } from './sign.page.tsx'
import { stepRoutes } from './step.page.tsx'

/** The routes of the plans with a child. */
export const planRoutes: readonly SignedInRoute[] = [
  planRoute,
  ...beginRoutes,
  onePlanRoute,
  ...aboutRoutes,
  ...goalRoutes,
  ...stepRoutes,
  ...contingencyRoutes,
  ...signingRoutes,
  ...needRoutes,
]
