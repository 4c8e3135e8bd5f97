import type { SignedInRoute } from '../../platform/http/index.ts'
import { throughlineRoute } from './throughline.page.tsx'

export { Drawing } from './Drawing.tsx'
export type { Lane, Mark } from './lane.ts'
export type { Span } from './span.ts'
export { throughlineStrip } from './throughlineStrip.tsx'

/** The routes of the drawing of a child's time. */
export const throughlineRoutes: readonly SignedInRoute[] = [throughlineRoute]
