import { holdToFixtures } from '../fixtures.testkit.ts'
import { Table } from './Table.tsx'

holdToFixtures('table', Table)
