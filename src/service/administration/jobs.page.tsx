import { SendingMarks } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { page, type Request, redirect, route } from '../../platform/http/index.ts'
import {
  countFailures,
  type Failure,
  type JobDesk,
  listFailures,
  listQueues,
  mostFailures,
  type Queue,
} from '../../platform/jobs/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { Above } from './Above.tsx'
import { jobsPath, retryJobPath } from './paths.ts'

type Row = JobDesk['known'][number] & Queue

/** Every kind of job, also those that were never asked for. */
function withQueues(known: JobDesk['known'], queues: readonly Queue[]): Row[] {
  const none = { waiting: 0, active: 0, failed: 0, lastDone: null }
  return known.map(job => ({ ...none, ...queues.find(queue => queue.name === job.name), ...job }))
}

async function jobsPage(request: Request) {
  const { tx, who, platform } = request
  const rows = withQueues(platform.jobs.known, await listQueues(tx, who.serviceId))
  const failures = await listFailures(tx, who.serviceId)
  const all = await countFailures(tx, who.serviceId)
  return page(
    'Background jobs',
    <>
      <h1 class="govuk-heading-l">Background jobs</h1>
      <p class="govuk-body">
        What the program does by itself. A job that goes wrong is tried again a few times, with longer and
        longer waits; what is listed as failed needs somebody to look at it.
      </p>
      <SortableTable
        id="jobs"
        caption="Kinds of job"
        rows={rows}
        rowKey={row => row.name}
        columns={[
          { key: 'title', heading: 'Job', isRowHeader: true, cell: row => row.title },
          { key: 'when', heading: 'When', cell: row => (row.every ? 'By the clock' : 'When asked for') },
          { key: 'waiting', heading: 'Waiting', isNumeric: true, cell: row => row.waiting },
          { key: 'active', heading: 'At work', isNumeric: true, cell: row => row.active },
          { key: 'failed', heading: 'Failed', isNumeric: true, cell: row => row.failed },
          {
            key: 'last',
            heading: 'Last done',
            cell: row => (row.lastDone ? writeMoment(row.lastDone, ukZone) : 'Not in two weeks'),
          },
        ]}
      />
      <Failures failures={failures} all={all} request={request} />
    </>,
    { above: <Above /> },
  )
}

type FailuresGiven = { failures: readonly Failure[]; all: number; request: Request }

function Failures({ failures, all, request }: FailuresGiven) {
  const titleOf = (name: string) => request.platform.jobs.known.find(job => job.name === name)?.title ?? name
  return (
    <SortableTable
      id="failures"
      caption={
        all > failures.length
          ? `The newest ${mostFailures} of ${all.toLocaleString('en-GB')} failed jobs`
          : 'Failed jobs, the newest first'
      }
      rows={failures}
      rowKey={failure => failure.id}
      columns={[
        { key: 'job', heading: 'Job', isRowHeader: true, cell: failure => titleOf(failure.name) },
        { key: 'at', heading: 'Failed', cell: failure => writeMoment(failure.at, ukZone) },
        { key: 'tries', heading: 'Tries', isNumeric: true, cell: failure => failure.tries },
        { key: 'why', heading: 'Why', cell: failure => failure.why },
        {
          key: 'again',
          heading: 'Try again',
          cell: failure => (
            <form method="post" action={retryJobPath.to()}>
              <SendingMarks request={request} />
              <input type="hidden" name="job" value={failure.name} />
              <input type="hidden" name="id" value={failure.id} />
              <button type="submit" class="tl-link-button">
                Try again
                <span class="govuk-visually-hidden">
                  : {titleOf(failure.name)}, failed {writeMoment(failure.at, ukZone)}
                </span>
              </button>
            </form>
          ),
        },
      ]}
      empty={
        <EmptyState title="No job has failed">
          A job that could not be done after several tries would be listed here, with why.
        </EmptyState>
      }
    />
  )
}

export const jobsRoutes = [
  route({
    method: 'GET',
    path: jobsPath,
    permission: 'jobs.see',
    audit: { kind: 'none', why: 'shows nothing about anybody' },
    handle: jobsPage,
  }),
  route({
    method: 'POST',
    path: retryJobPath,
    permission: 'jobs.see',
    audit: { kind: 'change', what: 'Asked for a failed job to be tried again' },
    async handle({ tx, who, platform, sent }) {
      const isAsked = await platform.jobs.retry(tx, who.serviceId, sent.one('job'), sent.one('id'))
      return redirect(
        jobsPath.to(),
        isAsked ? 'The job will be tried again.' : 'That job is not among the failed ones any more.',
      )
    },
  }),
]
