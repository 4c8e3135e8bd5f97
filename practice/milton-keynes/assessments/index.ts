import { closing } from './closing.ts'
import { communicationAssessment } from './communicationAssessment.ts'
import { education } from './education.ts'
import { exploitationScreening } from './exploitationScreening.ts'
import { fullAssessment } from './fullAssessment.ts'
import { initialScreening } from './initialScreening.ts'
import { physicalHealth } from './physicalHealth.ts'
import { preVisitSafety } from './preVisitSafety.ts'
import { preventionAndDiversion } from './preventionAndDiversion.ts'
import { review } from './review.ts'
import { substanceUse } from './substanceUse.ts'

/** The long forms about a child, in the order in which they are offered: as the work goes on, then those of one matter. */
export const assessments = [
  initialScreening,
  exploitationScreening,
  preventionAndDiversion,
  fullAssessment,
  review,
  closing,
  preVisitSafety,
  communicationAssessment,
  physicalHealth,
  substanceUse,
  education,
]
