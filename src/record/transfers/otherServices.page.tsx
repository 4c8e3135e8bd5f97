import { ukZone } from '../../kernel/dutyHours.ts'
import { parseId } from '../../kernel/ids.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { Timeline } from '../../ui/moj/timeline/Timeline.tsx'
import { casePath } from '../cases/index.ts'
import { childOf, childPage } from '../children/index.ts'
import { listTakenIn, type TakenIn } from './arrivedQueries.ts'
import { entryKinds, type NewEntry } from './entries.ts'
import { type Entry, entriesOnPage, listEntries } from './entryQueries.ts'
import { pathwaysThatTakeOver } from './openWith.page.tsx'
import { NoteMarks, Pairs, Words } from './PackageWords.tsx'
import { type PackagePart, packageParts } from './package.ts'
import { makeTransferPath, openWithPath, otherServicesPath } from './paths.ts'
import { listTransfers, type Transfer } from './transferQueries.ts'

/** What was handed to other services, and what came from them: their history, to be read and not changed. */
export const otherServicesRoute = route({
  method: 'GET',
  path: otherServicesPath,
  permission: 'child.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at what came from and went to other services' },
  async handle(request) {
    const { tx, who, query } = request
    const child = await childOf(request)
    if (!child) return notFound
    const { roles } = who
    const kinds = Object.entries(entryKinds)
      .filter(([, { permission }]) => may(permission, roles, child.isRelated))
      .map(([kind]) => kind as NewEntry['kind'])
    const taken = await listTakenIn(tx, child.childId)
    const canOpen = may('transfer.take', roles, child.isRelated) && pathwaysThatTakeOver().length > 0
    const transfers = await listTransfers(tx, child.childId)
    const found = await listEntries(tx, child.childId, kinds, parseId<'entry'>(query.get('after') ?? ''))
    const entries = found.slice(0, entriesOnPage)
    const last = found.length > entriesOnPage ? entries.at(-1) : undefined
    return childPage(request, {
      section: 'details',
      title: 'Other services',
      body: (
        <>
          <PageHeaderActions
            heading="Other services"
            actions={
              may('transfer.make', roles, child.isRelated)
                ? [{ href: makeTransferPath.to(child), text: 'Hand the record to another service' }]
                : []
            }
          />
          <HandedOver transfers={transfers} />
          <h2 class="govuk-heading-m" id="came">
            From another service
          </h2>
          <Taken taken={taken} canOpen={canOpen} />
          {entries.length === 0 ? (
            <EmptyState title="Nothing that you may read has come">
              Where another service hands a record over, its cases, steps, contacts and notes stand here, to
              be read and not changed.
            </EmptyState>
          ) : (
            <Timeline
              label="What another service recorded, the newest first"
              headingLevel={3}
              items={entries.map(line)}
            />
          )}
          {last && (
            <p class="govuk-body tl-no-print">
              <a class="govuk-link" href={`${otherServicesPath.to(child)}?after=${last.entryId}#came`}>
                What happened before
              </a>
            </p>
          )}
        </>
      ),
    })
  },
})

/** When each record came, and the case that goes on with it. */
function Taken({ taken, canOpen }: { taken: TakenIn[]; canOpen: boolean }) {
  return (
    <>
      {taken.map(it => (
        <p class="govuk-body" key={it.arrivedTransferId}>
          Taken in from <bdi>{it.fromService}</bdi> on {writeDate(dayInUk(it.settledAt))}.{' '}
          {it.involvementId !== null ? (
            <a
              class="govuk-link"
              href={casePath.to({ childId: it.childId, involvementId: it.involvementId })}
            >
              The case that goes on with it here
            </a>
          ) : (
            canOpen && (
              <a class="govuk-link tl-no-print" href={openWithPath.to(it)}>
                Open a case with what came
              </a>
            )
          )}
        </p>
      ))}
    </>
  )
}

function line(it: Entry) {
  const day = dayInUk(it.at)
  return {
    key: it.entryId,
    title: (
      <>
        {entryKinds[it.kind].title}: <bdi>{it.title}</bdi>
      </>
    ),
    by: it.by === '' ? it.fromService : `${it.by}, ${it.fromService}`,
    datetime: it.isDay ? day.toString() : it.at.toString(),
    date: it.isDay ? writeDay(day) : writeMoment(it.at, ukZone),
    children: (
      <>
        <NoteMarks it={it} />
        {it.words
          .filter(({ question }) => question === '')
          .map(({ answer }) => (
            <Words key={answer} text={answer} />
          ))}
        <Pairs
          pairs={it.words
            .filter(({ question }) => question !== '')
            .map(({ question, answer }) => [question, answer] as const)}
        />
      </>
    ),
  }
}

const left = (part: PackagePart, { notesLeftOut }: Transfer) =>
  part === 'notes' && notesLeftOut > 0 ? ` (${notesLeftOut} left out)` : ''

function HandedOver({ transfers }: { transfers: Transfer[] }) {
  if (transfers.length === 0)
    return <p class="govuk-body">This record has not been handed to another service.</p>
  return (
    <SortableTable
      id="handed-over"
      caption="Handed to other services"
      rows={transfers}
      rowKey={({ transferId }) => transferId}
      columns={[
        { key: 'to', heading: 'To', isRowHeader: true, cell: it => <bdi>{it.toService}</bdi> },
        {
          key: 'when',
          heading: 'Made',
          cell: it =>
            `${writeMoment(it.madeAt, ukZone)}, ${it.madeBy}${it.handedOutAt === null ? '. Never downloaded' : ''}`,
        },
        { key: 'told', heading: 'Who was told', cell: it => <bdi>{it.told}</bdi> },
        { key: 'why', heading: 'Why', cell: it => <bdi>{it.reason}</bdi> },
        {
          key: 'parts',
          heading: 'What went',
          cell: it => it.parts.map(part => `${packageParts[part].split(':')[0]}${left(part, it)}`).join('; '),
        },
        {
          key: 'file',
          heading: 'SHA-256 of the file',
          cell: it => it.fileHash.replace(/.{8}(?=.)/g, '$& '),
        },
      ]}
    />
  )
}
