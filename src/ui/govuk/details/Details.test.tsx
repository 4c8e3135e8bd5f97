import { holdToFixtures } from '../fixtures.testkit.ts'
import { Details } from './Details.tsx'

holdToFixtures('details', Details)
