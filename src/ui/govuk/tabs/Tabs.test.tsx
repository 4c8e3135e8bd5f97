import { holdToFixtures } from '../fixtures.testkit.ts'
import { Tabs } from './Tabs.tsx'

// A fixture leaves out the items; ours must have a list of them, if an empty one.
holdToFixtures('tabs', Tabs, props => ({ items: [], ...props }))
