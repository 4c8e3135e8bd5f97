import { adminRoutes } from './admin.page.tsx'
import { changePersonRoutes } from './changePerson.page.tsx'
import { exportsRoutes } from './exports.page.tsx'
import { inviteRoutes } from './invite.page.tsx'
import { jobsRoutes } from './jobs.page.tsx'
import { keysRoutes } from './keys.page.tsx'
import { messagesRoutes } from './messages.page.tsx'
import { peopleRoutes } from './people.page.tsx'
import { personRoutes } from './person.page.tsx'

export { adminPath } from './paths.ts'

import { auditRoutes } from './audit.page.tsx'

export const administrationRoutes = [
  ...adminRoutes,
  ...auditRoutes,
  ...exportsRoutes,
  ...peopleRoutes,
  ...inviteRoutes,
  ...personRoutes,
  ...changePersonRoutes,
  ...messagesRoutes,
  ...keysRoutes,
  ...jobsRoutes,
]
