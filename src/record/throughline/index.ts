import type { SignedInRoute } from '../../platform/http/index.ts'
import { throughlineRoute } from './throughline.page.tsx'

export { throughlineStrip } from './throughlineStrip.tsx'

/** The routes of the drawing of a child's time. */
export const throughlineRoutes: readonly SignedInRoute[] = [throughlineRoute]
