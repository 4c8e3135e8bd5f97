import { it } from 'vitest'
import { expectHtml } from '../example.testkit.ts'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { Table } from './Table.tsx'

holdToFixtures('table', Table)

it('cells are words, numbers, elements or nothing, and carry options only where they need them', () => {
  expectHtml(
    <Table
      caption="Load"
      head={['Worker', { text: 'Children', format: 'numeric' }, 'Next']}
      firstCellIsHeader
      rows={[
        ['A. Officer', { text: 14, format: 'numeric' }, <a href="/next">Home visit</a>],
        false,
        ['B. Officer', 0, null],
      ]}
    />,
    `<table class="govuk-table">
      <caption class="govuk-table__caption">Load</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">Worker</th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">Children</th>
          <th scope="col" class="govuk-table__header">Next</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">A. Officer</th>
          <td class="govuk-table__cell govuk-table__cell--numeric">14</td>
          <td class="govuk-table__cell"><a href="/next">Home visit</a></td>
        </tr>
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">B. Officer</th>
          <td class="govuk-table__cell">0</td>
          <td class="govuk-table__cell"></td>
        </tr>
      </tbody>
    </table>`,
  )
})
