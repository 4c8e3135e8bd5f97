import { writeAllowed } from '../../engine/clocks/index.ts'
import type { ClockLine } from '../../engine/pathways/index.ts'
import { TableRegion } from '../../ui/moj/sortable-table/TableRegion.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { clockWords } from './clockWords.ts'

const policies = {
  statutory: 'The law',
  national: 'A national standard',
  service: 'The service’s own policy',
}

/** The clocks of a case, each with the rule that says so. */
export function ClockTable({
  id,
  caption,
  lines,
}: {
  id: string
  caption: string
  lines: readonly ClockLine[]
}) {
  return (
    <TableRegion labelledBy={id}>
      <table class="govuk-table tl-table">
        <caption class="govuk-table__caption govuk-table__caption--m" id={id}>
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              What
            </th>
            <th scope="col" class="govuk-table__header">
              How it stands
            </th>
            <th scope="col" class="govuk-table__header">
              The rule
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map(({ clock, state }) => {
            const { status, word, due } = clockWords(state)
            return (
              <tr class="govuk-table__row" key={`${clock.id}-${word}-${due}`}>
                <th scope="row" class="govuk-table__header">
                  {clock.title}
                </th>
                <td class="govuk-table__cell">
                  {status ? <StatusTag kind={status} word={word} /> : word}
                  {due !== '' && <div class="govuk-hint tl-hint-below">{due}</div>}
                </td>
                <td class="govuk-table__cell">
                  Within {writeAllowed(clock)}
                  <details class="tl-small-details">
                    <summary>
                      {policies[clock.policy]}
                      {clock.unverified && ', not checked at its source'}
                    </summary>
                    {clock.source}
                  </details>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableRegion>
  )
}
