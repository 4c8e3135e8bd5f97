import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { TableRegion } from '../../ui/moj/sortable-table/TableRegion.tsx'
import { casesPath, childPage } from '../children/index.ts'
import { type Involvement, listInvolvements } from './caseQueries.ts'
import { casePath } from './paths.ts'
import { standing } from './position.ts'

const dayOf = (at: Temporal.Instant) => writeDate(at.toZonedDateTimeISO('Europe/London').toPlainDate())

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
  return (
    <>
      <h1 class="govuk-heading-l">Cases</h1>
      {cases.length === 0 ? (
        <EmptyState title="No cases yet">
          A case opens when somebody says that a notification is about this child.
        </EmptyState>
      ) : (
        <TableRegion labelledBy="cases">
          <table class="govuk-table tl-table">
            <caption class="govuk-visually-hidden" id="cases">
              Cases, the newest first
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  Pathway
                </th>
                <th scope="col" class="govuk-table__header">
                  Where it stands
                </th>
                <th scope="col" class="govuk-table__header">
                  Holder
                </th>
                <th scope="col" class="govuk-table__header">
                  Began
                </th>
                <th scope="col" class="govuk-table__header">
                  Ended
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {cases.map(it => (
                <CaseRow key={it.involvementId} it={it} pathway={findPathway(practiceInUse(), it.pathway)} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </>
  )
}

function CaseRow({ it, pathway }: { it: Involvement; pathway: Pathway | undefined }) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={casePath.to(it)}>
          {pathway?.title ?? it.pathway}
        </a>
      </th>
      <td class="govuk-table__cell">{standing(pathway, it)}</td>
      <td class="govuk-table__cell">{it.holderName ?? 'Nobody yet'}</td>
      <td class="govuk-table__cell">{dayOf(it.startedAt)}</td>
      <td class="govuk-table__cell">{it.endedAt ? dayOf(it.endedAt) : ''}</td>
    </tr>
  )
}
