import { caseRoute } from './case.page.tsx'
import { casesRoute } from './cases.page.tsx'
import { changesRoute } from './changes.page.tsx'
import { correctStepRoutes } from './correct.page.tsx'
import { coWorkerRoutes } from './coWorkers.page.tsx'
import { handOverRoutes } from './handOver.page.tsx'
import { stepRoutes } from './step.page.tsx'

export { ClockRule, ClockStanding, ClockTable } from './ClockTable.tsx'
export {
  findInvolvement,
  findInvolvements,
  type Involvement,
  listColleagues,
  listInvolvements,
  listMilestones,
  listOpenCases,
  type RecordedStep,
} from './caseQueries.ts'
export { type ClockWords, clockWords } from './clockWords.ts'
export { addCoWorker } from './coWorkerQueries.ts'
export { handedWords } from './handedWords.ts'
export { markReadBefore } from './handOverQueries.ts'
export { momentOn } from './momentOfStep.ts'
export { offeredSteps } from './offeredSteps.ts'
export { type Opening, openCase } from './openCase.ts'
export { casePath, handOverPath, stepPath } from './paths.ts'
export { standing } from './position.ts'
export { holdStepByForm, type StepRecorder, takeStepByDecision, takeStepByForm } from './stepByForm.ts'
export { isNotDoneWith } from './stillOwed.ts'
export { type MovedOn, type StepTaken, takeStep } from './takeStep.ts'

export const caseRoutes = [
  casesRoute,
  caseRoute,
  changesRoute,
  ...stepRoutes,
  ...correctStepRoutes,
  ...coWorkerRoutes,
  ...handOverRoutes,
]
