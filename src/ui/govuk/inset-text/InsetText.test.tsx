import { holdToFixtures } from '../fixtures.testkit.ts'
import { InsetText } from './InsetText.tsx'

holdToFixtures('inset-text', InsetText)
