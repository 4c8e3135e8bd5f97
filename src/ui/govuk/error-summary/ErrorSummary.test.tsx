import { holdToFixtures } from '../fixtures.testkit.ts'
import { ErrorSummary } from './ErrorSummary.tsx'

holdToFixtures('error-summary', ErrorSummary)
