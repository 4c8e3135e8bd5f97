import { holdToFixtures } from '../fixtures.testkit.ts'
import { PhaseBanner } from './PhaseBanner.tsx'

holdToFixtures('phase-banner', PhaseBanner)
