import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { breakGlassPath, leftToNobodyPath } from './paths.ts'
import {
  type ForNamed,
  type LeftToNobody,
  listArrivalsForNamed,
  listLeftToNobody,
} from './whoCanOpenQueries.ts'

/**
 * Where a manager settles who may open a record that nobody can open any more. The way in is the one that there is for
 * emergencies: it is given a reason, reported and reviewed, and a manager who is in then names somebody.
 */
export const leftToNobodyRoute = route({
  method: 'GET',
  path: leftToNobodyPath,
  permission: 'child.restrict',
  audit: { kind: 'none', why: 'shows since when records are restricted, and not whose they are' },
  async handle({ tx }) {
    const waiting = await listLeftToNobody(tx)
    const arrivals = await listArrivalsForNamed(tx)
    return page(
      'Restricted records that wait',
      <>
        <h1 class="govuk-heading-l">Restricted records that wait</h1>
        <h2 class="govuk-heading-m">Nobody can open them</h2>
        {waiting.length === 0 ? (
          <EmptyState title="Nothing waits for you">
            When everybody who was named for a restricted record has left or declared a conflict of interest,
            it stands here until a manager has named somebody else.
          </EmptyState>
        ) : (
          <>
            <p class="govuk-body">
              Everybody who was named for these records has left, or has declared a conflict of interest.
              Whose records they are is not shown before one is opened.
            </p>
            <p class="govuk-body">
              To settle one, break the glass with the reason that nobody can open it. Then name somebody, or
              yourself, under Safety and access. If you find that you know the child, declare it there: the
              record then waits for another manager.
            </p>
            {waiting.map(one => (
              <Waiting one={one} key={one.childId} />
            ))}
          </>
        )}
        <h2 class="govuk-heading-m">Something has arrived for them</h2>
        <Arrivals arrivals={arrivals} />
      </>,
      { width: 'reading' },
    )
  },
})

/** The names of what arrived are not shown: only who is to look at it. */
function Arrivals({ arrivals }: { arrivals: ForNamed[] }) {
  return (
    <SortableTable
      id="for-named"
      caption="Arrivals that only the people named for a restricted record see"
      rows={arrivals}
      rowKey={({ notificationId }) => notificationId}
      empty={<p class="govuk-body">No arrival waits for the people named for a restricted record.</p>}
      columns={[
        {
          key: 'received',
          heading: 'Received',
          isRowHeader: true,
          cell: it => writeDate(dayInUk(it.receivedAt)),
        },
        {
          key: 'named',
          heading: 'Who is to look at it',
          cell: it => it.named.join(', ') || 'Nobody can: name somebody for the record first',
        },
      ]}
    />
  )
}

function Waiting({ one }: { one: LeftToNobody }) {
  const since = writeDate(dayInUk(one.restrictedAt))
  return (
    <SummaryList
      card={{
        title: { text: `A record restricted on ${since}`, headingLevel: 3 },
        actions: [{ href: breakGlassPath.to(one), text: 'Break the glass' }],
      }}
      rows={[{ key: 'Who may open it', value: 'Nobody can: it waits for a manager to name somebody' }]}
    />
  )
}
