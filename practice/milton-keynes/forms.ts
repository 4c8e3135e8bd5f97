import { espReferral } from './espReferral.ts'
import { policeNotification } from './policeNotification.ts'

/** Forms by which children arrive. */
export const forms = [policeNotification, espReferral] as const
