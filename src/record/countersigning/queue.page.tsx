import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { page, path, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { ChangedJudgements } from '../assessments/index.ts'
import { ClockStanding } from '../cases/index.ts'
import { listWaiting, type ToCountersign } from './toCountersign.ts'

export const queuePath = path('/to-countersign')

/** What waits to be countersigned, with the clock that runs for each. */
export const queueRoute = route({
  method: 'GET',
  path: queuePath,
  permission: 'assessments.countersign',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, now, who } = request
    const queue = await listWaiting(tx, now)
    request.seen(
      queue.map(({ childId }) => childId),
      'Named among what waits to be countersigned',
    )
    return page(
      'To countersign',
      <>
        <h1 class="govuk-heading-l">To countersign</h1>
        <SortableTable
          id="queue"
          caption={queue.length === 1 ? '1 waits' : `${queue.length} wait`}
          rows={queue}
          rowKey={({ key }) => key}
          empty={
            <EmptyState title="Nothing waits">
              What a worker has signed stands here until a senior countersigns it.
            </EmptyState>
          }
          columns={[
            {
              key: 'child',
              heading: 'Child',
              isRowHeader: true,
              cell: it => (
                <a class="govuk-link" href={it.href}>
                  <bdi>{it.childName}</bdi>
                </a>
              ),
            },
            {
              key: 'what',
              heading: 'What',
              cell: it => (
                <>
                  {it.title}
                  <ChangedJudgements changes={it.changes} />
                </>
              ),
            },
            {
              key: 'signed',
              heading: 'Signed',
              cell: it => <SignedBy it={it} reader={who.userId} />,
            },
            { key: 'due', heading: 'Due', cell: it => <Due it={it} /> },
          ]}
        />
      </>,
    )
  },
})

function SignedBy({ it, reader }: { it: ToCountersign; reader: string }) {
  const own = it.signedById === reader ? 'signed it' : it.notFor.includes(reader) ? 'wrote in it' : undefined
  return (
    <>
      {it.signedBy}, {writeMoment(it.signedAt, ukZone)}
      {own && <div class="govuk-hint tl-hint-below">You {own}: somebody else countersigns.</div>}
    </>
  )
}

function Due({ it: { clock } }: { it: ToCountersign }) {
  return clock ? <ClockStanding state={clock.state} /> : <>No deadline is set</>
}
