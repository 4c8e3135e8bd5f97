import type { SignedInRoute } from '../../platform/http/index.ts'
import { aboutRoutes } from './about.page.tsx'
import { beginRoutes } from './begin.page.tsx'
import { commentRoutes } from './comment.page.tsx'
import { contingencyRoutes } from './contingency.page.tsx'
import { goalRoutes } from './goal.page.tsx'
import { needRoutes } from './needs.page.tsx'
import { onePlanRoute, planRoute } from './plan.page.tsx'
import { signingRoutes } from './sign.page.tsx'
import { silenceRoutes } from './silence.page.tsx'
import { stepRoutes } from './step.page.tsx'

export { contactsWords, levelOf } from './contacts.ts'
export { caseEndedAt as caseOfPlanEndedAt, isInForce as planIsInForce } from './inForceQueries.ts'
export { type Loaded, loadPlan, planHref } from './loadPlan.ts'
export { insertNeed } from './needQueries.ts'
export { planNow } from './PlanNow.tsx'
export { PlansToReview, VoicesSince } from './PlansToReview.tsx'
export { easyReadPath } from './paths.ts'
export {
  endedOn,
  type Goal,
  lastMark,
  lastMarks,
  markGivers,
  type Outcome,
  outcomes,
  type Plan,
  type Progress,
  type Step,
  type Strand,
  standingOf,
  strandIds,
  strands,
  type Voice,
} from './plan.ts'
export { currentPlans, findPlan } from './planQueries.ts'
export { endGoal, holdPlan, insertProgress, noteWriter } from './planWrites.ts'
export { countReviewsPassed, listPlansToReview, listVoicesSince } from './reviewQueries.ts'
export { listPlanSignings, listPlansGivenBack, listPlansToCountersign } from './signingQueries.ts'
export { signPlan } from './signPlan.ts'
export { saveSilence } from './silenceQueries.ts'
export {
  insertVoice,
  lastName,
  listPassedOn,
  listVoices,
  neutralName,
  type PassedOn,
  withdrawVoice,
} from './voiceQueries.ts'
export { type Wish, wishes, wishWords } from './wishes.ts'
export { type WholePlan, writePlan } from './writePlan.ts'

/** The routes of the plans with a child. */
export const planRoutes: readonly SignedInRoute[] = [
  planRoute,
  ...beginRoutes,
  onePlanRoute,
  ...aboutRoutes,
  ...goalRoutes,
  ...stepRoutes,
  ...contingencyRoutes,
  ...silenceRoutes,
  ...commentRoutes,
  ...signingRoutes,
  ...needRoutes,
]
