import { holdToFixtures } from '../fixtures.testkit.ts'
import { Breadcrumbs } from './Breadcrumbs.tsx'

holdToFixtures('breadcrumbs', Breadcrumbs)
