import { holdToFixtures } from '../fixtures.testkit.ts'
import { Fieldset } from './Fieldset.tsx'

holdToFixtures('fieldset', Fieldset)
