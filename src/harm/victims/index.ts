import type { SignedInRoute } from '../../platform/http/index.ts'
import { endingsRoutes } from './endings.page.tsx'
import { victimsRoute } from './list.page.tsx'
import { passOnRoutes } from './passOn.page.tsx'
import { victimRoute } from './victim.page.tsx'
import { voiceRoutes } from './voice.page.tsx'
import { workRoutes } from './work.page.tsx'

export { victimsPath } from './paths.ts'
export { victimsToday } from './VictimsToday.tsx'
export { insertVictim, insertVictimContact } from './victimQueries.ts'

/** The routes of those who were harmed. */
export const victimRoutes: readonly SignedInRoute[] = [
  victimsRoute,
  victimRoute,
  ...workRoutes,
  ...voiceRoutes,
  ...endingsRoutes,
  ...passOnRoutes,
]
