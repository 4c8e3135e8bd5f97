import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { withLegend } from '../questions.testkit.ts'
import { DateInput } from './DateInput.tsx'

holdToFixtures('date-input', DateInput, withLegend)

function fieldsOf(html: string): string[] {
  return html.match(/<input[^>]*>/g) ?? []
}

it('the names of its fields begin with the prefix, and what was typed goes by day, month and year', () => {
  const html = renderToString(
    <DateInput
      id="dob"
      namePrefix="dob"
      legend="Date of birth"
      values={{ day: '29', month: '2', year: '2012' }}
    />,
  )
  expect(
    fieldsOf(html).map(field => [/name="(.*?)"/.exec(field)?.[1], /value="(.*?)"/.exec(field)?.[1]]),
  ).toEqual([
    ['dob-day', '29'],
    ['dob-month', '2'],
    ['dob-year', '2012'],
  ])
})

it('an error in one field marks that field alone, and keeps what was typed in it', () => {
  const html = renderToString(
    <DateInput
      id="dob"
      legend="Date of birth"
      month={{ error: true }}
      values={{ day: '1', month: '13', year: '2012' }}
      errorMessage="Month must be 1 to 12"
    />,
  )
  expect(fieldsOf(html).map(field => field.includes('govuk-input--error'))).toEqual([false, true, false])
  expect(fieldsOf(html)[1]).toContain('value="13"')
})
