import type { SignedInRoute } from '../../platform/http/index.ts'
import { appointmentListRoutes } from './appointmentList.page.tsx'
import { caseListRoutes } from './caseList.page.tsx'
import { chronologyRoute } from './chronology.page.tsx'
import { markEntryRoutes } from './markEntry.page.tsx'
import { nowRoute } from './now.page.tsx'
import { offencesRoute } from './offences.page.tsx'
import { searchRoutes } from './search.page.tsx'

export { markEntry } from './chronologyQueries.ts'
export { listOffences } from './offenceQueries.ts'

/** The pages that bring together what the other slices know of a child: the search, the list, Now, offences, chronology. */
export const overviewRoutes: readonly SignedInRoute[] = [
  ...searchRoutes,
  ...caseListRoutes,
  ...appointmentListRoutes,
  nowRoute,
  offencesRoute,
  chronologyRoute,
  ...markEntryRoutes,
]
