import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { expectHtml } from '../example.testkit.ts'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { Input } from './Input.tsx'

holdToFixtures('input', Input)

it('an everyday question says only its label, hint, error and value', () => {
  expectHtml(
    <Input
      name="first-name"
      label="First name"
      hint="As on the birth certificate"
      errorMessage="Enter the first name"
      value="Zoë"
      autocomplete="off"
    />,
    `<div class="govuk-form-group govuk-form-group--error">
      <label class="govuk-label" for="first-name">First name</label>
      <div id="first-name-hint" class="govuk-hint">As on the birth certificate</div>
      <p id="first-name-error" class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> Enter the first name
      </p>
      <input class="govuk-input govuk-input--error" id="first-name" name="first-name" type="text" value="Zoë"
        aria-describedby="first-name-hint first-name-error" autocomplete="off">
    </div>`,
  )
})

it('nothing is wrong while the error is empty or not there', () => {
  for (const errorMessage of [undefined, null, false, '']) {
    expect(renderToString(<Input name="a" label="A" errorMessage={errorMessage} />)).not.toContain('error')
  }
})

it('what was typed cannot break out of the field', () => {
  const html = renderToString(<Input name="a" label={'<i>A</i>'} value={'"><script>alert(1)</script>'} />)
  expect(html).toContain('value="&quot;>&lt;script>')
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<i>')
})

it('a part with options must have a text', () => {
  // @ts-expect-error text is missing
  const html = renderToString(<Input name="a" label={{ isPageHeading: true }} />)
  expect(html).not.toContain('<h1')
})
