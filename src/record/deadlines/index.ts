import type { SignedInRoute } from '../../platform/http/index.ts'
import { deadlinesRoutes } from './deadlines.page.tsx'
import { lengthRoutes } from './ownLength.page.tsx'

export { deadlinesPath } from './paths.ts'
export { practiceFor } from './practiceFor.ts'

/** The deadlines of every pathway, and a service's own lengths for them. */
export const deadlineRoutes: readonly SignedInRoute[] = [...deadlinesRoutes, ...lengthRoutes]
