import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { casesPath, childPage } from '../children/index.ts'
import { type Involvement, listInvolvements } from './caseQueries.ts'
import { casePath } from './paths.ts'
import { standing } from './position.ts'

const dayWords = (at: Temporal.Instant) => writeDate(dayInUk(at))

/** All cases of a child, open and ended. */
export const casesRoute = route({
  method: 'GET',
  path: casesPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the list of cases' },
  async handle(request) {
    const cases = await listInvolvements(request.tx, request.params.childId ?? '')
    return childPage(request, { section: 'cases', title: 'Cases', body: <Cases cases={cases} /> })
  },
})

function Cases({ cases }: { cases: Involvement[] }) {
  const pathwayOf = (it: Involvement) => findPathway(practiceInUse(), it.pathway)
  return (
    <>
      <h1 class="govuk-heading-l">Cases</h1>
      <SortableTable
        id="cases"
        caption="Cases, the newest first"
        isCaptionHidden
        rows={cases}
        rowKey={it => it.involvementId}
        empty={
          <EmptyState title="No cases yet">
            A case opens when somebody says that a notification is about this child.
          </EmptyState>
        }
        columns={[
          {
            key: 'pathway',
            heading: 'Pathway',
            isRowHeader: true,
            cell: it => (
              <a class="govuk-link" href={casePath.to(it)}>
                {pathwayOf(it)?.title ?? it.pathway}
              </a>
            ),
          },
          { key: 'stands', heading: 'Where it stands', cell: it => standing(pathwayOf(it), it) },
          { key: 'holder', heading: 'Holder', cell: it => it.holderName ?? 'Nobody yet' },
          { key: 'began', heading: 'Began', isOneLine: true, cell: it => dayWords(it.startedAt) },
          {
            key: 'ended',
            heading: 'Ended',
            isOneLine: true,
            cell: it => (it.endedAt ? dayWords(it.endedAt) : ''),
          },
        ]}
      />
    </>
  )
}
