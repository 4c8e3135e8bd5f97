import type { Route } from '../../platform/http/index.ts'
import { feedRoute } from './feed.ts'
import { feedRoutes } from './feeds.page.tsx'
import { weekRoute } from './week.page.tsx'

export { weekPath } from './paths.ts'

/** A worker's week, and their appointments in calendars outside. */
export const calendarRoutes: readonly Route[] = [weekRoute, ...feedRoutes, feedRoute]
