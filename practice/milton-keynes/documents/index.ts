import type { DocumentDefinition } from '../../../src/engine/documents/index.ts'
import { appointmentLetter } from './appointmentLetter.ts'
import { assessmentCopy } from './assessmentCopy.ts'
import { easyPlanCopy } from './easyPlanCopy.ts'
import { missedLetter } from './missedLetter.ts'
import { panelReport } from './panelReport.ts'
import { planCopy } from './planCopy.ts'
import { preSentenceReport } from './preSentenceReport.ts'
import { warningLetter } from './warningLetter.ts'

/** The documents of the service, in the order in which they are offered. */
export const documents: readonly DocumentDefinition[] = [
  easyPlanCopy,
  planCopy,
  appointmentLetter,
  missedLetter,
  warningLetter,
  assessmentCopy,
  panelReport,
  preSentenceReport,
]
