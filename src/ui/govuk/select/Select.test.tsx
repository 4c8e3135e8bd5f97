import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Checkboxes } from '../checkboxes/Checkboxes.tsx'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { withChoiceLabels } from '../questions.testkit.ts'
import { Radios } from '../radios/Radios.tsx'
import { Select } from './Select.tsx'

// A fixture leaves out the items; ours must have a list of them, if an empty one.
holdToFixtures('select', Select, props => withChoiceLabels({ items: [], ...props }))

it('one list of choices serves a select, radios and checkboxes, and the chosen one may come as a number or words', () => {
  const orders = [
    { value: 1, label: 'Referral order' },
    { value: 2, label: 'Youth rehabilitation order' },
  ]
  expect(renderToString(<Select name="order" label="Order" items={orders} value="2" />)).toContain(
    '<option value="2" selected>',
  )
  expect(renderToString(<Radios name="order" items={orders} value="2" />)).toMatch(/value="2"[^>]* checked/)
  expect(renderToString(<Checkboxes name="order" items={orders} values={['2']} />)).toMatch(
    /value="2"[^>]* checked/,
  )
})
