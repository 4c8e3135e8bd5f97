import { checkRoutes } from './check.page.tsx'
import { exitRoutes } from './exits.page.tsx'
import { followUpRoute } from './followUp.page.tsx'
import { followUpListRoutes } from './followUpList.page.tsx'
import { judgeRoutes } from './judge.page.tsx'

export { Exits } from './Exits.tsx'
export { type Exit, listExits } from './exitQueries.ts'
export { FollowUpSummary } from './FollowUpSummary.tsx'
export type { CheckResult, CheckSource, FollowedCase, Verdict } from './followUp.ts'
export {
  countFollowUpsToLookAt,
  findFollowUp,
  insertCheck,
  judgeOffence,
  listFound,
  setFollowUp,
} from './followUpQueries.ts'
export { addExitPath, followUpPath, followUpsPath } from './paths.ts'

export const followUpRoutes = [
  ...followUpListRoutes,
  followUpRoute,
  ...checkRoutes,
  ...judgeRoutes,
  ...exitRoutes,
]
