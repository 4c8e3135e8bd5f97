import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { ClockStanding } from '../cases/index.ts'
import { formTitle } from './assessment.ts'
import { ChangedJudgements } from './ChangedJudgements.tsx'
import { eventsOf, type FormClock, waitingClocks } from './clocks.ts'
import { changedJudgements } from './judged.ts'
import { assessmentPath, queuePath } from './paths.ts'
import { listToCountersign, type Queued } from './queueQueries.ts'
import { signedLast } from './signing.ts'

/** The forms that wait to be countersigned, with the clock that runs for each. */
export const queueRoute = route({
  method: 'GET',
  path: queuePath,
  permission: 'assessments.countersign',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, now, who } = request
    const queue = await listToCountersign(tx)
    const judgements = await changedJudgements(tx, queue)
    request.seen(
      queue.map(({ childId }) => childId),
      'Named among the forms that wait to be countersigned',
    )
    const { calendars } = practiceInUse()
    const clockOf = (it: Queued): FormClock | undefined => {
      const definition = findAssessmentForm(practiceInUse(), it.form)
      return definition && waitingClocks(definition, eventsOf(it, it.signings), now, calendars)[0]
    }
    return page(
      'To countersign',
      <>
        <h1 class="govuk-heading-l">To countersign</h1>
        <SortableTable
          id="queue"
          caption={queue.length === 1 ? '1 form waits' : `${queue.length} forms wait`}
          rows={queue}
          rowKey={({ assessmentId }) => assessmentId}
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
                <a class="govuk-link" href={assessmentPath.to(it)}>
                  <bdi>{it.childName}</bdi>
                </a>
              ),
            },
            {
              key: 'what',
              heading: 'What',
              cell: it => (
                <>
                  {formTitle(it.form)}
                  <ChangedJudgements changes={judgements.get(it.assessmentId) ?? []} />
                </>
              ),
            },
            {
              key: 'signed',
              heading: 'Signed',
              cell: it => <SignedBy it={it} isMine={isSignedBy(it, who.userId)} />,
            },
            { key: 'due', heading: 'Due', cell: it => <Due line={clockOf(it)} /> },
          ]}
        />
      </>,
    )
  },
})

const isSignedBy = ({ signings }: Queued, userId: string) => signedLast(signings)?.signedById === userId

function SignedBy({ it, isMine }: { it: Queued; isMine: boolean }) {
  const signed = signedLast(it.signings)
  if (!signed) return null
  return (
    <>
      {signed.signedBy}, {writeMoment(signed.signedAt, ukZone)}
      {isMine && <div class="govuk-hint tl-hint-below">You signed it: somebody else countersigns.</div>}
    </>
  )
}

function Due({ line }: { line: FormClock | undefined }) {
  return line ? <ClockStanding state={line.state} /> : <>No deadline is set</>
}
