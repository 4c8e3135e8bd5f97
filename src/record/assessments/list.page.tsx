import { versionOn } from '../../engine/assessments/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { assessmentsPath, type Child, childOf, childPage } from '../children/index.ts'
import { type Assessment, formTitle } from './assessment.ts'
import { listAssessments } from './assessmentQueries.ts'
import { assessmentPath, beginPath } from './paths.ts'
import { StateTag } from './stateTag.tsx'
import { mayWrite } from './whoMay.ts'

export const assessmentsRoute = route({
  method: 'GET',
  path: assessmentsPath,
  permission: 'assessments.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the assessments' },
  async handle(request) {
    const { tx, who, today } = request
    const child = await childOf(request)
    if (!child) return notFound
    const assessments = await listAssessments(tx, child.childId)
    const { isRelated } = child
    const forms = practiceInUse().assessments.filter(
      form => versionOn(form, today) && mayWrite(form, { ...who, isRelated }),
    )
    return childPage(request, {
      section: 'assessments',
      title: 'Assessments',
      body: (
        <>
          <h1 class="govuk-heading-l">Assessments</h1>
          {assessments.length === 0 ? (
            <EmptyState title="No assessment yet">
              What is written about the child in a form of several parts stands here.
            </EmptyState>
          ) : (
            <AssessmentTable assessments={assessments} />
          )}
          {forms.length > 0 && <Begin forms={forms} child={child} />}
        </>
      ),
    })
  },
})

function AssessmentTable({ assessments }: { assessments: readonly Assessment[] }) {
  return (
    <SortableTable
      id="assessments"
      caption="Assessments of this child"
      rows={assessments}
      rowKey={({ assessmentId }) => assessmentId}
      columns={[
        {
          key: 'form',
          heading: 'What',
          isRowHeader: true,
          cell: each => (
            <a class="govuk-link" href={assessmentPath.to(each)}>
              {formTitle(each.form)}
            </a>
          ),
        },
        { key: 'state', heading: 'How it stands', cell: ({ state }) => <StateTag state={state} /> },
        {
          key: 'begun',
          heading: 'Begun',
          cell: ({ begunAt, begunBy }) => `${writeMoment(begunAt, ukZone)}, ${begunBy}`,
        },
        {
          key: 'saved',
          heading: 'Last saved',
          cell: ({ savedAt }) => (savedAt === null ? '' : writeMoment(savedAt, ukZone)),
        },
      ]}
    />
  )
}

type BeginGiven = { forms: readonly { id: string; title: string; summary: string }[]; child: Child }

function Begin({ forms, child: { childId } }: BeginGiven) {
  return (
    <>
      <h2 class="govuk-heading-m">Begin another</h2>
      <ul class="govuk-list govuk-list--spaced">
        {forms.map(({ id, title, summary }) => (
          <li key={id}>
            <a class="govuk-link" href={beginPath.to({ childId, form: id })}>
              {title}
            </a>
            <br />
            <span class="govuk-hint">{summary}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
