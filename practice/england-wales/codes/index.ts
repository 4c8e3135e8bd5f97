import { gravityScores, judgements } from './assessment.ts'
import { courtResults } from './courtResults.ts'
import { disposals } from './disposals.ts'
import { ethnicity, observedAppearance } from './ethnicity.ts'
import { offences } from './offences.ts'
import { policeOutcomes } from './policeOutcomes.ts'
import { offenceRemandStatus, personRemandStatus, remandTypes } from './remand.ts'
import { sex } from './sex.ts'

/** Every national list of codes. */
export const codeLists = [
  courtResults,
  disposals,
  ethnicity,
  gravityScores,
  judgements,
  observedAppearance,
  offenceRemandStatus,
  offences,
  personRemandStatus,
  policeOutcomes,
  remandTypes,
  sex,
]
