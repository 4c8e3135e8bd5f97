import { holdToFixtures } from '../fixtures.testkit.ts'
import { withLegend } from '../questions.testkit.ts'
import { DateInput } from './DateInput.tsx'

holdToFixtures('date-input', DateInput, withLegend)
