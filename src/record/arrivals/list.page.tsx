import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import type { ClockLine } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { Button } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { ClockStanding, clockWords } from '../cases/index.ts'
import { type ForNamed, listArrivalsForNamed } from '../children/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import { arrivalConditions, arrivalSource, countPackages, type ListedArrival } from './arrivalListQueries.ts'
import { arrivalStates, becameOf, standingOf, stateOf } from './arrivalState.ts'
import { dueFirst } from './dueClocks.ts'
import { FindArrival } from './findArrival.page.tsx'
import { type FileToMend, type ImportProgress, listImports, listToMend } from './importQueries.ts'
import { describeProgress } from './importResult.page.tsx'
import { countOpen } from './notificationQueries.ts'
import {
  arrivalsPath,
  findArrivalPath,
  importPath,
  importResultPath,
  newArrivalPath,
  packagesPath,
} from './paths.ts'
import { arrivalColumns } from './WaitingTable.tsx'

/** What has arrived: usually what waits for somebody to say which child it is about, the oldest first. */
export const arrivalsListRoutes = listPage({
  path: arrivalsPath,
  permission: 'arrivals.work',
  title: 'Arrivals',
  caption: 'Arrivals',
  counted: ['arrival', 'arrivals'],
  filters,
  columns,
  source: arrivalSource,
  sorting: { key: 'received', direction: 'ascending' },
  narrow: chosen =>
    arrivalConditions({
      state: stateOf(chosen.state),
      route: chosen.route,
      pathway: chosen.pathway === undefined ? undefined : leadingTo(chosen.pathway),
      days: chosen.received,
    }),
  // What waits is about nobody known yet.
  about: { childOf: ({ childId }) => childId, seen: 'In the list of arrivals' },
  empty: {
    title: 'Nothing waits here',
    words:
      'Referrals, and notifications from the police, stand here until somebody has said which child they are about. They are typed in, or come from a file.',
  },
  intro,
  below: async ({ tx }) => {
    const files = await listImports(tx, 10)
    return files.length > 0 && <FileTable files={files} />
  },
})

function filters() {
  const { pathways } = practiceInUse()
  return {
    state: {
      kind: 'choice',
      label: 'How it stands',
      usual: 'waiting',
      options: [
        ...Object.entries(arrivalStates).map(([value, label]) => ({ value, label })),
        { value: 'all', label: 'All' },
      ],
    },
    route: {
      kind: 'choice',
      label: 'Sent by',
      any: 'Anybody',
      options: listRoutes(practiceInUse()).map(({ id, title }) => ({ value: id, label: title })),
    },
    pathway: {
      kind: 'choice',
      label: 'Pathway',
      any: 'Any',
      options: pathways.map(({ id, title }) => ({ value: id, label: title })),
    },
    received: { kind: 'days', label: 'Received' },
  } as const satisfies ListFilters
}

/** A pathway with the ways in that lead to it. */
function leadingTo(id: string) {
  const routes = listRoutes(practiceInUse()).filter(({ pathways }) =>
    pathways.some(pathway => pathway.id === id),
  )
  return { id, routes: routes.map(route => route.id) }
}

/** The usual list: what waits for somebody to say who it is. */
const showsWaiting = (query: URLSearchParams) => ['', 'waiting'].includes(query.get('state') ?? '')

async function intro({ tx, who, csrfToken, query }: Request) {
  const isOfWaiting = showsWaiting(query)
  const [waiting, toMend] = await Promise.all([countOpen(tx), listToMend(tx)])
  const takesPackages = may('transfer.take', who.roles, false)
  const packages = takesPackages ? await countPackages(tx) : 0
  return (
    <>
      <div class="govuk-button-group">
        <Button href={newArrivalPath.to()}>Record a referral</Button>
        <Button href={importPath.to()} classes="govuk-button--secondary">
          Import a file
        </Button>
        {isOfWaiting && (
          <Button href={findArrivalPath.to()} classes="govuk-button--secondary">
            Find an arrival
          </Button>
        )}
        {takesPackages && (
          <Button href={packagesPath.to()} classes="govuk-button--secondary">
            Record from another service{packages > 0 && ` (${packages})`}
          </Button>
        )}
      </div>
      {isOfWaiting ? null : <FindArrival csrfToken={csrfToken} typed="" />}
      <ToMend files={toMend} />
      <h2 class="govuk-heading-m">Who is it? {waiting > 0 && `${waiting} to find out`}</h2>
    </>
  )
}

/** Rows of files wait for nobody’s list: they are said at the head of it. */
function ToMend({ files }: { files: readonly FileToMend[] }) {
  return (
    <>
      {files.map(it => (
        <p class="govuk-body tl-no-print" key={it.importId}>
          <a class="govuk-link" href={importResultPath.to(it)}>
            {it.rows === 1 ? '1 row' : `${it.rows} rows`} of the file <bdi>{it.fileName}</bdi>
          </a>{' '}
          could not be read: mend {it.rows === 1 ? 'it' : 'them'}, so that no child is forgotten.
        </p>
      ))}
    </>
  )
}

async function columns({ tx, now, query }: Request): Promise<ListColumn<ListedArrival>[]> {
  const [forNamed, practice] = await Promise.all([listArrivalsForNamed(tx), practiceFor(tx)])
  const dueOf = (it: ListedArrival) =>
    standingOf(it) === 'waiting' ? dueFirst(it, practice, now) : undefined
  const [name, ...others] = arrivalColumns
  return [
    ...(name ? [name] : []),
    // Whoever is named for a restricted record must know that nobody else will do it.
    ...(forNamed.length > 0 ? [{ key: 'seen', heading: 'Who sees it', cell: seenBy(forNamed) }] : []),
    ...others,
    {
      key: 'due',
      heading: 'First due',
      cell: it => <FirstDue line={dueOf(it)} />,
      exports: it => wordsOfDue(dueOf(it)),
    },
    // Among those that wait it would say the same of each.
    {
      key: 'state',
      heading: 'How it stands',
      exports: becameOf,
      ...(showsWaiting(query) ? {} : { cell: becameOf }),
    },
  ]
}

/** What is due first in the case that an arrival may become: the clock runs while nobody has said which child it is. */
function FirstDue({ line }: { line: ClockLine | undefined }) {
  return line ? (
    <>
      {line.clock.title}
      <ClockStanding state={line.state} />
    </>
  ) : null
}

function wordsOfDue(line: ClockLine | undefined): string | null {
  return line ? `${line.clock.title}: ${clockWords(line.state).due}` : null
}

const seenBy = (forNamed: readonly ForNamed[]) => (it: ListedArrival) => {
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
