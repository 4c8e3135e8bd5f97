import { labelOf } from '../../engine/codes/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { parsePlace, writePlace } from '../../kernel/addresses.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { outcomeDay } from './identify.ts'
import { type ImportProgress, listImports } from './importQueries.ts'
import { describeProgress } from './importResult.page.tsx'
import { countOpen, listOpen, type Notification } from './notificationQueries.ts'
import { arrivalPath, arrivalsPath, importPath, importResultPath, newArrivalPath } from './paths.ts'

const perPage = 50

/** What has arrived and waits for somebody to say which child it is about. */
export const arrivalsListRoute = route({
  method: 'GET',
  path: arrivalsPath,
  permission: 'arrivals.work',
  audit: { kind: 'none', why: 'notifications that are about nobody known yet' },
  async handle({ tx, query }) {
    const open = await listOpen(tx, parsePlace(query.get('after') ?? ''), perPage)
    const waiting = await countOpen(tx)
    const files = await listImports(tx, 10)
    return page('Arrivals', <Arrivals open={open} waiting={waiting} files={files} />)
  },
})

type Given = { open: Notification[]; waiting: number; files: ImportProgress[] }

function Arrivals({ open, waiting, files }: Given) {
  const last = open.at(-1)
  return (
    <>
      <h1 class="govuk-heading-l">Arrivals</h1>
      <div class="govuk-button-group">
        <Button href={importPath.to()}>Import a file</Button>
        <Button href={newArrivalPath.to()} classes="govuk-button--secondary">
          Record a notification
        </Button>
      </div>
      <h2 class="govuk-heading-m">Who is it? {waiting > 0 && `${waiting} to find out`}</h2>
      {open.length === 0 ? (
        <EmptyState title="Nothing waits">
          Notifications from the police stand here until somebody has said which child they are about. They
          come from a file, or are typed in.
        </EmptyState>
      ) : (
        <WaitingTable open={open} />
      )}
      {open.length === perPage && last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`?after=${writePlace(last.receivedAt, last.notificationId)}`}>
            The next {perPage}
          </a>
        </p>
      )}
      {files.length > 0 && <FileTable files={files} />}
    </>
  )
}

const dayOf = (at: Temporal.Instant) => writeDate(at.toZonedDateTimeISO(ukZone).toPlainDate())

/** Notifications to identify, each leading to the question who it is. */
export function WaitingTable({ open }: { open: readonly Notification[] }) {
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  const outcomeWords = (it: Notification) => {
    const code = String(it.details.outcome)
    return (outcomes && labelOf(outcomes, code, outcomeDay(it))) ?? code
  }
  return (
    <SortableTable
      id="open"
      caption="Notifications to identify, the oldest first"
      isCaptionHidden
      rows={open}
      rowKey={it => it.notificationId}
      columns={[
        {
          key: 'name',
          heading: 'Name',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={arrivalPath.to(it)}>
              <bdi>{`${it.givenName} ${it.familyName}`.trim()}</bdi>
            </a>
          ),
        },
        {
          key: 'born',
          heading: 'Date of birth',
          isOneLine: true,
          cell: it => (it.birthDate ? writeDate(it.birthDate) : 'Not known'),
        },
        { key: 'received', heading: 'Received', isOneLine: true, cell: it => dayOf(it.receivedAt) },
        { key: 'outcome', heading: 'Outcome', cell: outcomeWords },
        { key: 'reference', heading: 'Police reference', cell: it => it.policeReference },
      ]}
    />
  )
}

function FileTable({ files }: { files: ImportProgress[] }) {
  return (
    <SortableTable
      id="files"
      caption="Imported files"
      rows={files}
      rowKey={it => it.importId}
      columns={[
        {
          key: 'file',
          heading: 'File',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={importResultPath.to(it)}>
              {it.fileName}
            </a>
          ),
        },
        {
          key: 'sent',
          heading: 'Sent',
          cell: it => `${writeMoment(it.startedAt, ukZone)}, ${it.startedBy}`,
        },
        { key: 'became', heading: 'What became of it', cell: describeProgress },
      ]}
    />
  )
}
