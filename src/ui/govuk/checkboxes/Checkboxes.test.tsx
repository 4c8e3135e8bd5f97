import { holdToFixtures } from '../fixtures.testkit.ts'
import { withChoiceLabels, withLegend } from '../questions.testkit.ts'
import { Checkboxes } from './Checkboxes.tsx'

holdToFixtures('checkboxes', Checkboxes, props => withLegend(withChoiceLabels(props)))
