import type { SignedInRoute } from '../../platform/http/index.ts'
import { allFormsRoutes } from './allForms.page.tsx'
import { assessmentRoute } from './assessment.page.tsx'
import { beginRoutes } from './begin.page.tsx'
import { changesRoute } from './changes.page.tsx'
import { commentRoutes } from './comment.page.tsx'
import { jsonRoute } from './json.ts'
import { assessmentsRoute } from './list.page.tsx'
import { sectionRoutes } from './section.page.tsx'
import { signingRoutes } from './sign.page.tsx'

export { answerSection } from './answerSection.ts'
export { askSection } from './askSection.ts'
export { formTitle, type OpenedAssessment } from './assessment.ts'
export { findAssessment, insertAssessment, listAssessments } from './assessmentQueries.ts'
export { ChangedJudgements } from './ChangedJudgements.tsx'
export { Comments } from './Comments.tsx'
export { eventsOf, type FormClock, waitingClocks } from './clocks.ts'
export { type Comment, stillOpen } from './comment.ts'
export { commentForm, settleForm } from './commentForms.ts'
export { findComment, insertComment, listComments, settleComment } from './commentQueries.ts'
export { type FoundSection, findSections, mostSections } from './formSearchQueries.ts'
export { readHarmSaid } from './harmSaid.ts'
export { changedJudgements } from './judged.ts'
export { allFormsPath, assessmentPath, beginPath } from './paths.ts'
export { listGivenBack, listToCountersign } from './queueQueries.ts'
export { resultsOf } from './results.ts'
export { signAssessment } from './signAssessment.ts'
export { type Signing, type SigningKind, signedLast, signingWords, stateAfter } from './signing.ts'
export { listSignings } from './signingQueries.ts'
export { cautionsOf } from './WorkedOut.tsx'

/** The routes of long forms about a child. */
export const assessmentRoutes: readonly SignedInRoute[] = [
  ...allFormsRoutes,
  assessmentsRoute,
  ...beginRoutes,
  assessmentRoute,
  changesRoute,
  jsonRoute,
  ...sectionRoutes,
  ...signingRoutes,
  ...commentRoutes,
]
