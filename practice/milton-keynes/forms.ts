import { espReferral } from './espReferral.ts'
import { outOfCourtReferral } from './outOfCourtReferral.ts'
import { policeNotification } from './policeNotification.ts'

/** Forms by which children arrive. */
export const forms = [policeNotification, espReferral, outOfCourtReferral] as const
