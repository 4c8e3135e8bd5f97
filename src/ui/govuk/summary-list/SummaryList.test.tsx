import { it } from 'vitest'
import { expectHtml } from '../example.testkit.ts'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { SummaryList } from './SummaryList.tsx'

holdToFixtures('summary-list', SummaryList)

it('facts are written as key, value and actions; a row without actions keeps the columns in line', () => {
  expectHtml(
    <SummaryList
      rows={[
        {
          key: 'Name',
          value: 'O’Brien',
          actions: [{ href: '/name', text: 'Change', visuallyHiddenText: 'name' }],
        },
        { key: 'Age', value: 15, actions: [] },
      ]}
    />,
    `<dl class="govuk-summary-list">
      <div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Name</dt>
        <dd class="govuk-summary-list__value">O’Brien</dd>
        <dd class="govuk-summary-list__actions">
          <a class="govuk-link" href="/name">Change<span class="govuk-visually-hidden"> name</span></a>
        </dd>
      </div>
      <div class="govuk-summary-list__row govuk-summary-list__row--no-actions">
        <dt class="govuk-summary-list__key">Age</dt>
        <dd class="govuk-summary-list__value">15</dd>
      </div>
    </dl>`,
  )
})
