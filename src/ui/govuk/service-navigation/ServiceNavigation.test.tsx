import { holdToFixtures } from '../fixtures.testkit.ts'
import { elementsFrom } from '../html.testkit.ts'
import { isRecord } from '../options.testkit.ts'
import { ServiceNavigation } from './ServiceNavigation.tsx'

// The macro takes slots as strings of HTML.
holdToFixtures('service-navigation', ServiceNavigation, props => {
  if (!isRecord(props.slots)) return props
  const slots = Object.entries(props.slots).map(([name, slot]) => [
    name,
    typeof slot === 'string' ? elementsFrom(slot) : slot,
  ])
  return { ...props, slots: Object.fromEntries(slots) }
})
