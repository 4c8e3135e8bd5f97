import type { SignedInRoute } from '../../platform/http/index.ts'
import { readRoutes } from './notes.page.tsx'
import { searchNotesRoutes } from './searchNotes.page.tsx'
import { versionsRoute } from './versions.page.tsx'
import { writeRoutes } from './write.page.tsx'

export { NoteBadges } from './NoteBadges.tsx'
export { type NoteDetails, type NoteKind, noteSaid, noteWords, type Sensitivity } from './noteKinds.ts'
export { insertNote } from './noteQueries.ts'
export { addNotePath, searchNotesPath } from './paths.ts'

/** The routes of notes. */
export const noteRoutes: readonly SignedInRoute[] = [
  ...readRoutes,
  ...writeRoutes,
  ...searchNotesRoutes,
  versionsRoute,
]
