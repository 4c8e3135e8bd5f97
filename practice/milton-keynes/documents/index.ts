import type { DocumentDefinition } from '../../../src/engine/documents/index.ts'
import { appointmentLetter } from './appointmentLetter.ts'

/** The documents of the service, in the order in which they are offered. */
export const documents: readonly DocumentDefinition[] = [appointmentLetter]
