import { holdToFixtures } from '../fixtures.testkit.ts'
import { withChoiceLabels, withLegend } from '../questions.testkit.ts'
import { Radios } from './Radios.tsx'

holdToFixtures('radios', Radios, props => withLegend(withChoiceLabels(props)))
