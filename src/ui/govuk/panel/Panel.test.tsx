import { holdToFixtures } from '../fixtures.testkit.ts'
import { Panel } from './Panel.tsx'

holdToFixtures('panel', Panel)
