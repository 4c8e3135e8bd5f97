import { holdToFixtures } from '../fixtures.testkit.ts'
import { withChoiceLabels } from '../questions.testkit.ts'
import { Select } from './Select.tsx'

// A fixture leaves out the items; ours must have a list of them, if an empty one.
holdToFixtures('select', Select, props => withChoiceLabels({ items: [], ...props }))
