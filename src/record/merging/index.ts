import type { SignedInRoute } from '../../platform/http/index.ts'
import { notSameRoutes } from './notSame.page.tsx'
import { otherRecordRoutes } from './otherRecord.page.tsx'
import { previewRoutes } from './preview.page.tsx'
import { sameChildRoute } from './sameChild.page.tsx'
import { unmergeRoutes } from './unmerge.page.tsx'

export { compareDetails } from './compareDetails.ts'
export { mergeRecords } from './mergeRecords.ts'
export { holdRecords, listMerges, moveBack } from './mergingQueries.ts'

export const mergingRoutes: readonly SignedInRoute[] = [
  sameChildRoute,
  ...otherRecordRoutes,
  ...previewRoutes,
  ...unmergeRoutes,
  ...notSameRoutes,
]
