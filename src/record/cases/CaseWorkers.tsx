import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import type { Involvement } from './caseQueries.ts'
import type { CoWorker } from './coWorkerQueries.ts'
import type { HeldBy } from './handOverQueries.ts'
import { addCoWorkerPath, endCoWorkerPath } from './paths.ts'

/** Everybody who has held the case, where there was more than one. */
export function Holders({ holders }: { holders: HeldBy[] }) {
  if (holders.length < 2) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Who has held it</h2>
      <SummaryList
        rows={holders.map(({ name, from, until }) => ({
          key: name,
          value: until
            ? `${writeDay(dayInUk(from))} to ${writeDay(dayInUk(until))}`
            : `Since ${writeDay(dayInUk(from))}`,
        }))}
      />
    </section>
  )
}

/** Who works in the case beside its holder; seniors and managers add them and end their part. */
export function CoWorkers({
  request,
  it,
  people,
}: {
  request: Request
  it: Involvement
  people: CoWorker[]
}) {
  const canChange = it.endedAt === null && may('case.allocate', request.who.roles, true)
  if (people.length === 0 && !canChange) return null
  return (
    <section>
      <PageHeaderActions
        heading="Who works in it as well"
        headingLevel={2}
        actions={canChange ? [{ href: addCoWorkerPath.to(it), text: 'Add somebody', isSecondary: true }] : []}
      />
      {people.length === 0 ? (
        <p class="govuk-body">Nobody beside the holder.</p>
      ) : (
        <SummaryList
          rows={people.map(({ userId, name, since }) => ({
            key: name,
            value: `Since ${writeDay(dayInUk(since))}`,
            actions: canChange
              ? [{ href: endCoWorkerPath.to({ ...it, userId }), text: 'End', visuallyHiddenText: name }]
              : undefined,
          }))}
        />
      )}
    </section>
  )
}
