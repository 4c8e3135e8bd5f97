import type { SignedInRoute } from '../../platform/http/index.ts'
import { handSeveralRoutes } from './handSeveral.page.tsx'
import { handSeveralNoteRoutes } from './handSeveralNote.page.tsx'
import { teamRoute } from './team.page.tsx'
import { workerRoute } from './worker.page.tsx'

export { teamPath } from './paths.ts'

/** The team: what everybody carries and what is due with them. */
export const teamRoutes: readonly SignedInRoute[] = [
  teamRoute,
  workerRoute,
  ...handSeveralRoutes,
  ...handSeveralNoteRoutes,
]
