import { it } from 'vitest'
import { expectHtml } from '../example.testkit.ts'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { Input } from '../input/Input.tsx'
import { withChoiceLabels, withLegend } from '../questions.testkit.ts'
import { Radios } from './Radios.tsx'

holdToFixtures('radios', Radios, props => withLegend(withChoiceLabels(props)))

it('an everyday question stands in a fieldset, its first answer can be linked to, and one may ask for more', () => {
  const isKnown = false
  expectHtml(
    <Radios
      name="offer"
      legend="Did the child accept?"
      errorMessage="Choose yes or no"
      value="no"
      items={[
        { value: 'yes', label: 'Yes' },
        isKnown && { value: 'known', label: 'Known already' },
        { divider: 'or' },
        { value: 'no', label: 'No', conditional: <Input name="reason" label="Why not?" /> },
      ]}
    />,
    `<div class="govuk-form-group govuk-form-group--error">
      <fieldset class="govuk-fieldset" aria-describedby="offer-error">
        <legend class="govuk-fieldset__legend">Did the child accept?</legend>
        <p id="offer-error" class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> Choose yes or no
        </p>
        <div class="govuk-radios" data-module="govuk-radios">
          <div class="govuk-radios__item">
            <input class="govuk-radios__input" id="offer" name="offer" type="radio" value="yes">
            <label class="govuk-label govuk-radios__label" for="offer">Yes</label>
          </div>
          <div class="govuk-radios__divider">or</div>
          <div class="govuk-radios__item">
            <input class="govuk-radios__input" id="offer-4" name="offer" type="radio" value="no" checked
              data-aria-controls="conditional-offer-4">
            <label class="govuk-label govuk-radios__label" for="offer-4">No</label>
          </div>
          <div class="govuk-radios__conditional" id="conditional-offer-4">
            <div class="govuk-form-group">
              <label class="govuk-label" for="reason">Why not?</label>
              <input class="govuk-input" id="reason" name="reason" type="text">
            </div>
          </div>
        </div>
      </fieldset>
    </div>`,
  )
})
