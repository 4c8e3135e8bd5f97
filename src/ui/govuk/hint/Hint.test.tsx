import { holdToFixtures } from '../fixtures.testkit.ts'
import { Hint } from './Hint.tsx'

holdToFixtures('hint', Hint)
