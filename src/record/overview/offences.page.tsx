import { writeDate } from '../../kernel/writtenDates.ts'
import { route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { childPage, codeWords, offencesPath } from '../children/index.ts'
import { listOffences } from './offenceQueries.ts'

/** What a child is said or found to have done, and what came of it. */
export const offencesRoute = route({
  method: 'GET',
  path: offencesPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the offences' },
  async handle(request) {
    const { tx, params, today } = request
    const offences = await listOffences(tx, params.childId ?? '')
    return childPage(request, {
      section: 'offences',
      title: 'Offences',
      body: (
        <>
          <h1 class="govuk-heading-l">Offences</h1>
          <SortableTable
            id="offences"
            caption="Offences, the latest first"
            isCaptionHidden
            rows={offences}
            rowKey={({ offenceId }) => offenceId}
            empty={
              <EmptyState title="No offences">
                What the police or a court say that this child has done stands here, with the outcome.
              </EmptyState>
            }
            columns={[
              {
                key: 'when',
                heading: 'When',
                cell: it => (it.committedOn ? writeDate(it.committedOn) : 'Not known'),
              },
              {
                key: 'what',
                heading: 'What happened',
                isRowHeader: true,
                cell: it => (
                  <>
                    <bdi>{it.description}</bdi>
                    {it.fromService !== '' && (
                      <span class="govuk-hint govuk-!-margin-bottom-0">
                        Told by <bdi>{it.fromService}</bdi>
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'code',
                heading: 'Code',
                cell: it => codeWords('offences', it.code, it.committedOn ?? today),
              },
              {
                key: 'outcome',
                heading: 'Outcome',
                cell: it => codeWords('police-outcomes', it.outcome, it.outcomeOn ?? it.committedOn ?? today),
              },
              { key: 'police', heading: 'Police reference', cell: it => it.policeReference },
            ]}
          />
        </>
      ),
    })
  },
})
