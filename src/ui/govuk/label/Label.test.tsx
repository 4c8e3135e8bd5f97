import { holdToFixtures } from '../fixtures.testkit.ts'
import { Label } from './Label.tsx'

holdToFixtures('label', Label)
