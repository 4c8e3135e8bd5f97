import type { SignedInRoute } from '../../platform/http/index.ts'
import { endCoverRoutes } from './endCover.page.tsx'
import { leaveRoutes } from './leave.page.tsx'
import { loadRoute } from './load.page.tsx'
import { ownLeaveRoutes } from './ownLeave.page.tsx'
import { profilePages } from './profile.page.tsx'
import { termRoutes } from './terms.page.tsx'

export { CoveringFor } from './CoveringFor.tsx'
export { heldByAnybody, heldOrCovered, listWhoHolds, worksFor } from './heldQueries.ts'
export { LoadTable } from './LoadTable.tsx'
export { type Days, hasGivenAccess, isCoveredOn, type Leave, leaveWords, stretchesWords } from './leave.ts'
export {
  type BeyondCover,
  coveredToday,
  type EndedCover,
  insertLeave,
  isOnLeave,
  isOnLeaveOn,
  leaveToday,
  listBeyondCover,
  listCoverAway,
  listCovering,
  listEndedCovers,
  listLeave,
  listLeaveIn,
} from './leaveQueries.ts'
export { type Carried, findLoad, type Load, loadFrom, loadScope, loadShare, loadWords } from './loads.ts'
export {
  addLeavePath,
  changeLeavePath,
  endCoverPath,
  endLeavePath,
  loadPath,
  ownProfilePath,
  profilePath,
  termsPath,
  workerPath,
} from './paths.ts'
export { addTerm, findProfile, keepProfile, type Profile } from './profileQueries.ts'
export { whoCanBeNamed } from './whoCanBeNamed.ts'
export { patternWords } from './workingPattern.ts'

/** Profiles, lists, leave and load. */
export const workforceRoutes: readonly SignedInRoute[] = [
  ...profilePages,
  ...termRoutes,
  ...ownLeaveRoutes,
  ...leaveRoutes,
  ...endCoverRoutes,
  loadRoute,
]
