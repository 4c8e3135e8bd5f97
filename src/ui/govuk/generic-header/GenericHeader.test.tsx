import { holdToFixtures } from '../fixtures.testkit.ts'
import { GenericHeader } from './GenericHeader.tsx'

holdToFixtures('generic-header', GenericHeader)
