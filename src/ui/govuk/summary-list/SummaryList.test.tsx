import { holdToFixtures } from '../fixtures.testkit.ts'
import { SummaryList } from './SummaryList.tsx'

holdToFixtures('summary-list', SummaryList)
