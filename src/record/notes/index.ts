import type { SignedInRoute } from '../../platform/http/index.ts'
import { readRoutes } from './notes.page.tsx'
import { writeRoutes } from './write.page.tsx'

export { noteWords } from './noteKinds.ts'
export { insertNote } from './noteQueries.ts'
export { addNotePath, notePath } from './paths.ts'

/** The routes of notes. */
export const noteRoutes: readonly SignedInRoute[] = [...readRoutes, ...writeRoutes]
