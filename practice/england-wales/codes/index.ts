import { gravityScores, judgements } from './assessment.ts'
import { careLegalBasis, careStatus } from './care.ts'
import { courtResults } from './courtResults.ts'
import { disposals } from './disposals.ts'
import { ethnicity, observedAppearance } from './ethnicity.ts'
import { exitServices } from './exitServices.ts'
import { offences } from './offences.ts'
import { policeOutcomes } from './policeOutcomes.ts'
import { offenceRemandStatus, personRemandStatus, remandTypes } from './remand.ts'
import { sex } from './sex.ts'
import { sharingBasis } from './sharing.ts'

/** Every list of codes that all services have, national ones and the program’s own. */
export const codeLists = [
  careLegalBasis,
  careStatus,
  courtResults,
  disposals,
  ethnicity,
  exitServices,
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
