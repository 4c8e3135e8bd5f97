import { holdToFixtures } from '../fixtures.testkit.ts'
import { Accordion } from './Accordion.tsx'

holdToFixtures('accordion', Accordion)
