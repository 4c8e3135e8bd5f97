import { labelOf } from '../../engine/codes/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { page, route } from '../../platform/http/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { TableRegion } from '../../ui/moj/sortable-table/TableRegion.tsx'
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
  async handle({ tx, query, today }) {
    const [receivedAt, id] = (query.get('after') ?? '').split('_')
    const isKey = receivedAt && id && /^[\dTZ:.-]+$/.test(receivedAt) && /^[0-9a-f-]{36}$/.test(id)
    const open = await listOpen(tx, isKey ? { receivedAt, id } : undefined, perPage)
    const waiting = await countOpen(tx)
    const files = await listImports(tx, 10)
    return page('Arrivals', <Arrivals open={open} waiting={waiting} files={files} today={today} />)
  },
})

type Given = { open: Notification[]; waiting: number; files: ImportProgress[]; today: Temporal.PlainDate }

function Arrivals({ open, waiting, files, today }: Given) {
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
        <OpenTable open={open} today={today} />
      )}
      {open.length === perPage && last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`?after=${last.receivedAt}_${last.notificationId}`}>
            The next {perPage}
          </a>
        </p>
      )}
      {files.length > 0 && <FileTable files={files} />}
    </>
  )
}

function OpenTable({ open, today }: { open: Notification[]; today: Temporal.PlainDate }) {
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  return (
    <TableRegion labelledBy="to-identify">
      <table class="govuk-table tl-table">
        <caption class="govuk-visually-hidden" id="to-identify">
          Notifications to identify, the oldest first
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Name
            </th>
            <th scope="col" class="govuk-table__header">
              Date of birth
            </th>
            <th scope="col" class="govuk-table__header">
              Received
            </th>
            <th scope="col" class="govuk-table__header">
              Outcome
            </th>
            <th scope="col" class="govuk-table__header">
              Police reference
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {open.map(it => (
            <tr class="govuk-table__row" key={it.notificationId}>
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={arrivalPath.to(it)}>
                  <bdi>{`${it.givenName} ${it.familyName}`.trim()}</bdi>
                </a>
              </th>
              <td class="govuk-table__cell">{it.birthDate ? writeDate(it.birthDate) : 'Not known'}</td>
              <td class="govuk-table__cell">
                {writeDate(it.receivedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}
              </td>
              <td class="govuk-table__cell">
                {(outcomes && labelOf(outcomes, String(it.details.outcome), today)) ??
                  String(it.details.outcome)}
              </td>
              <td class="govuk-table__cell">{it.policeReference}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function FileTable({ files }: { files: ImportProgress[] }) {
  return (
    <TableRegion labelledBy="files">
      <table class="govuk-table tl-table">
        <caption class="govuk-table__caption govuk-table__caption--m" id="files">
          Imported files
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              File
            </th>
            <th scope="col" class="govuk-table__header">
              Sent
            </th>
            <th scope="col" class="govuk-table__header">
              What became of it
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {files.map(it => (
            <tr class="govuk-table__row" key={it.importId}>
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={importResultPath.to(it)}>
                  {it.fileName}
                </a>
              </th>
              <td class="govuk-table__cell">
                {writeMoment(it.startedAt, 'Europe/London')}, {it.startedBy}
              </td>
              <td class="govuk-table__cell">{describeProgress(it)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
