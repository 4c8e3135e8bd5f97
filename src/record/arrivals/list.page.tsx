import { labelOf } from '../../engine/codes/index.ts'
import { findCodeList, listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { takesFrom } from '../../engine/pathways/index.ts'
import { parsePlace, writePlace } from '../../kernel/addresses.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { Button, Select } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Filter, FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type ForNamed, listArrivalsForNamed } from '../children/index.ts'
import { outcomeDay, saidIn } from './identify.ts'
import { type ImportProgress, listImports } from './importQueries.ts'
import { describeProgress } from './importResult.page.tsx'
import { countOpen, listOpen, type Notification, type OpenFilter } from './notificationQueries.ts'
import { arrivalPath, arrivalsPath, importPath, importResultPath, newArrivalPath } from './paths.ts'
import { routeWords } from './whatWasSaid.tsx'

const perPage = 50

/** What has arrived and waits for somebody to say which child it is about. */
export const arrivalsListRoute = route({
  method: 'GET',
  path: arrivalsPath,
  permission: 'arrivals.work',
  audit: { kind: 'none', why: 'what arrived about nobody known yet' },
  async handle(request) {
    const { tx, query } = request
    const filter = readFilter(query)
    const open = await listOpen(tx, filter, parsePlace(query.get('after') ?? ''), perPage)
    const waiting = await countOpen(tx, filter)
    const files = await listImports(tx, 10)
    const forNamed = await listArrivalsForNamed(tx)
    return page(
      'Arrivals',
      <Arrivals request={request} open={open} waiting={waiting} files={files} forNamed={forNamed} />,
    )
  },
})

/** Reads the filter out of an address; a route or pathway that there is none of leaves it out. */
function readFilter(query: URLSearchParams): OpenFilter {
  const routes = listRoutes(practiceInUse())
  const route = routes.find(({ id }) => id === query.get('route'))
  const pathway = practiceInUse().pathways.find(({ id }) => id === query.get('pathway'))
  if (!route && !pathway) return {}
  const asked = routes.filter(
    each => (!route || each.id === route.id) && (!pathway || each.pathways.includes(pathway)),
  )
  return { routes: asked.map(({ id }) => id) }
}

type Given = {
  request: Request
  open: Notification[]
  waiting: number
  files: ImportProgress[]
  forNamed: ForNamed[]
}

function Arrivals({ request, open, waiting, files, forNamed }: Given) {
  const { query, address } = request
  const last = open.at(-1)
  const isNarrowed = readFilter(query).routes !== undefined
  const next = new URLSearchParams(query)
  if (last) next.set('after', writePlace(last.receivedAt, last.notificationId))
  return (
    <>
      <h1 class="govuk-heading-l">Arrivals</h1>
      <div class="govuk-button-group">
        <Button href={newArrivalPath.to()}>Record a referral</Button>
        <Button href={importPath.to()} classes="govuk-button--secondary">
          Import a file
        </Button>
      </div>
      <FilterLayout filter={<ListFilter request={request} />}>
        <h2 class="govuk-heading-m">Who is it? {waiting > 0 && `${waiting} to find out`}</h2>
        {open.length === 0 ? (
          <EmptyState title={isNarrowed ? 'Nothing waits here' : 'Nothing waits'}>
            {isNarrowed
              ? 'Nothing that came this way waits. Clear the filter to see all.'
              : 'Referrals, and notifications from the police, stand here until somebody has said which child they are about. They are typed in, or come from a file.'}
          </EmptyState>
        ) : (
          <WaitingTable open={open} forNamed={forNamed} />
        )}
        {open.length === perPage && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${address}?${next}`}>
              The next {perPage}
            </a>
          </p>
        )}
      </FilterLayout>
      {files.length > 0 && <FileTable files={files} />}
    </>
  )
}

/** By the way in, and by the pathways to which a way in leads. */
function ListFilter({ request: { address, query } }: { request: Request }) {
  const { pathways } = practiceInUse()
  const routes = listRoutes(practiceInUse())
  const without = (name: string) => {
    const next = new URLSearchParams(query)
    next.delete(name)
    next.delete('after')
    return `${address}?${next}`
  }
  const chosen = [
    { name: 'route', heading: 'Sent by', text: routes.find(({ id }) => id === query.get('route'))?.title },
    {
      name: 'pathway',
      heading: 'Pathway',
      text: pathways.find(({ id }) => id === query.get('pathway'))?.title,
    },
  ].flatMap(({ name, heading, text }) =>
    text === undefined ? [] : [{ heading, items: [{ text, href: without(name) }] }],
  )
  return (
    <Filter action={address} selected={chosen} clearHref={address}>
      <Select
        id="route"
        name="route"
        label="Sent by"
        value={query.get('route') ?? ''}
        items={[
          { value: '', label: 'Anybody' },
          ...routes.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Select
        id="pathway"
        name="pathway"
        label="Pathway"
        value={query.get('pathway') ?? ''}
        items={[
          { value: '', label: 'Any' },
          ...pathways.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
    </Filter>
  )
}

const dayOf = (at: Temporal.Instant) => writeDate(at.toZonedDateTimeISO(ukZone).toPlainDate())

/** What the police decided, where no pathway takes it for that. */
function strangeOutcome(it: Notification): string | undefined {
  const code = saidIn(it).text('outcome')
  const isTaken = practiceInUse().pathways.some(pathway => takesFrom(pathway, it.routeIn, it.details))
  if (code === '' || isTaken) return undefined
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  return (outcomes && labelOf(outcomes, code, outcomeDay(it))) ?? code
}

/** What waits to be identified, each leading to the question who it is. */
export function WaitingTable({
  open,
  forNamed = [],
}: {
  open: readonly Notification[]
  /** Those that nobody sees but the people named for a restricted record. */
  forNamed?: readonly ForNamed[]
}) {
  return (
    <SortableTable
      id="open"
      caption="Arrivals to identify, the oldest first"
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
        ...(forNamed.some(named => open.some(it => it.notificationId === named.notificationId))
          ? [{ key: 'seen', heading: 'Who sees it', cell: seenBy(forNamed) }]
          : []),
        {
          key: 'born',
          heading: 'Date of birth',
          isOneLine: true,
          cell: it => (it.birthDate ? writeDate(it.birthDate) : 'Not known'),
        },
        { key: 'received', heading: 'Received', isOneLine: true, cell: it => dayOf(it.receivedAt) },
        {
          key: 'route',
          heading: 'Sent by',
          cell: it => {
            const outcome = strangeOutcome(it)
            return outcome === undefined ? routeWords(it) : `${routeWords(it)}: ${outcome}`
          },
        },
        { key: 'reference', heading: 'Their reference', cell: it => it.reference ?? 'None' },
      ]}
    />
  )
}

/** Whoever is named for a restricted record must know that nobody else will do it. */
const seenBy = (forNamed: readonly ForNamed[]) => (it: Notification) => {
  const named = forNamed.find(({ notificationId }) => notificationId === it.notificationId)
  return named ? <Badge colour="black">{`Only ${named.named.join(' and ')}`}</Badge> : 'Everybody here'
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
