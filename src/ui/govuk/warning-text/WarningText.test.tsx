import { holdToFixtures } from '../fixtures.testkit.ts'
import { WarningText } from './WarningText.tsx'

holdToFixtures('warning-text', WarningText)
