import { gravityScores, judgements } from './assessment.ts'
import { careLegalBasis, careStatus } from './care.ts'
import { courtResults } from './courtResults.ts'
import { disposals } from './disposals.ts'
import { ethnicity, observedAppearance } from './ethnicity.ts'
import { offences } from './offences.ts'
import { policeOutcomes } from './policeOutcomes.ts'
import { offenceRemandStatus, personRemandStatus, remandTypes } from './remand.ts'
import { sex } from './sex.ts'
import { sharingBasis } from './sharing.ts'

/** Every national list of codes. */
export const codeLists = [
  careLegalBasis,
  careStatus,
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
  sharingBasis,
]
