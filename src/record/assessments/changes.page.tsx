import { type Change, changesSince } from '../../engine/assessments/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { childOf, childPage } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { findAssessment, findLast } from './assessmentQueries.ts'
import { assessmentPath, changesPath } from './paths.ts'

/** What is otherwise than when the same form was signed the last time, side by side. */
export const changesRoute = route({
  method: 'GET',
  path: changesPath,
  permission: 'assessments.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what has changed since the last assessment' },
  async handle(request) {
    const { tx, params } = request
    const child = await childOf(request)
    const it = child && (await findAssessment(tx, child.childId, params.assessmentId ?? ''))
    if (!child || !it) return notFound
    const last = await findLast(tx, it)
    return childPage(request, {
      section: 'assessments',
      title: `Changes: ${it.definition.title}`,
      above: <BackLink href={assessmentPath.to(it)}>{it.definition.title}</BackLink>,
      body: (
        <>
          <h1 class="govuk-heading-l">What has changed</h1>
          {last ? <Changes it={it} last={last} /> : <NoLast it={it} />}
        </>
      ),
    })
  },
})

function NoLast({ it }: { it: OpenedAssessment }) {
  return (
    <EmptyState title="Nothing to compare with">
      This is the first “{it.definition.title}” about the child that was written here.
    </EmptyState>
  )
}

function Changes({ it, last }: { it: OpenedAssessment; last: OpenedAssessment }) {
  const changes = changesSince(
    { version: last.asked, answers: last.answers },
    { version: it.asked, answers: it.answers },
  )
  const before = writeDate(dayInUk(last.savedAt ?? last.begunAt))
  return (
    <>
      <p class="govuk-body">
        Since {writeMoment(last.savedAt ?? last.begunAt, ukZone)}, when it was written the last time.{' '}
        <a class="govuk-link" href={assessmentPath.to(last)}>
          Read that one
        </a>
      </p>
      <SortableTable
        id="changes"
        caption={changes.length === 1 ? '1 answer is otherwise' : `${changes.length} answers are otherwise`}
        rows={changes}
        rowKey={({ name }) => name}
        empty={<EmptyState title="Nothing is otherwise">Every answer is as it was.</EmptyState>}
        columns={[
          {
            key: 'question',
            heading: 'Question',
            isRowHeader: true,
            cell: ({ question }: Change) => question,
          },
          { key: 'was', heading: before, cell: ({ was }: Change) => <Said words={was} /> },
          { key: 'is', heading: 'Now', cell: ({ is }: Change) => <Said words={is} /> },
        ]}
      />
    </>
  )
}

function Said({ words }: { words: string }) {
  return words === '' ? (
    <>Not answered</>
  ) : (
    <span class="tl-keep-lines" dir="auto">
      {words}
    </span>
  )
}
