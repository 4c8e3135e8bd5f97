import { holdToFixtures } from '../fixtures.testkit.ts'
import { SkipLink } from './SkipLink.tsx'

holdToFixtures('skip-link', SkipLink)
