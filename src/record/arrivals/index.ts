import type { Route } from '../../platform/http/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { chooseRouteRoute } from './chooseRoute.page.tsx'
import { closeRoutes } from './close.page.tsx'
import { reopenRoutes } from './closed.page.tsx'
import { findArrivalRoutes } from './findArrival.page.tsx'
import { identifyPageRoutes } from './identify.page.tsx'
import { importFileRoutes, importJobName } from './importFile.page.tsx'
import { importResultRoutes } from './importResult.page.tsx'
import { arrivalsListRoutes } from './list.page.tsx'
import { typeInRoutes } from './typeIn.page.tsx'
import { workThroughFile } from './workThroughFile.ts'

export { birthOf } from './birthSaid.ts'
export { findCandidates } from './candidateQueries.ts'
export { countWaiting } from './dueClocks.ts'
export { findArrivals } from './findArrivalsQueries.ts'
export { identify } from './identify.ts'
export { findImport, listRows, type RowState } from './importQueries.ts'
export { describeProgress } from './importResult.page.tsx'
export { type Match, rankMatches } from './matching.ts'
export { notificationApiRoutes } from './notification.api.ts'
export { type Arriving, type AskedRoute, asked, askedRoute } from './notification.form.ts'
export {
  findNotification,
  findWaiting,
  holdIdentifying,
  keepNotification,
  type Notification,
  settleNotification,
} from './notificationQueries.ts'
export { childOptions, newChild, offeredAnew, offeredMark, wasOffered } from './offeredChildren.ts'
export { arrivalsPath, packagesPath } from './paths.ts'
export { readRow } from './readRow.ts'
export { resumeImports } from './resumeImports.ts'
export { takeInFile } from './takeInFile.ts'
export { WaitingTable } from './WaitingTable.tsx'
export { workThroughFile } from './workThroughFile.ts'

export const arrivalRoutes: readonly Route[] = [
  ...arrivalsListRoutes,
  ...findArrivalRoutes,
  chooseRouteRoute,
  ...importFileRoutes,
  ...importResultRoutes,
  ...typeInRoutes,
  ...identifyPageRoutes,
  ...closeRoutes,
  ...reopenRoutes,
]

/** Works through a file in the background; done again after an interruption, it goes on where it was. */
export const importJob: Job = {
  name: importJobName,
  title: 'Take in a file of notifications or referrals',
  async run({ serviceId = '', importId = '' }, platform) {
    await workThroughFile(platform.db, { serviceId, importId, now: platform.now })
  },
}
