import { holdToFixtures } from '../fixtures.testkit.ts'
import { ErrorMessage } from './ErrorMessage.tsx'

holdToFixtures('error-message', ErrorMessage)
