import { NotUnderstood } from '../../engine/lists/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { roleNames } from '../../platform/access/index.ts'
import { page, type Request, redirect, route, withoutEmptyParts } from '../../platform/http/index.ts'
import { Details, Select } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Filter, FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { readSorting, sortAddress } from '../../ui/moj/sortable-table/sorting.ts'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { practiceFor } from '../deadlines/index.ts'
import { loadScope, loadShare, loadWords, termsPath, workerPath } from '../workforce/index.ts'
import { teamPath } from './paths.ts'
import { readReviews } from './reviewsOf.ts'
import {
  type DueCount,
  dueOfAll,
  filterTeam,
  hasNobody,
  rolesNamed,
  sortTeam,
  type TeamFilter,
  type TeamLine,
  teamFilters,
  teamLines,
  teamSorts,
} from './teamLine.ts'
import { listTeam, listTeamCases } from './teamQueries.ts'

/** Everybody who works with children: what they carry, what is due, who is away. */
export const teamRoute = route({
  method: 'GET',
  path: teamPath,
  permission: 'team.see',
  audit: { kind: 'none', why: 'counts cases and names no child' },
  async handle(request) {
    const { tx, now, today } = request
    const tidy = withoutEmptyParts(request.address, request.query)
    if (tidy !== undefined) return redirect(tidy)
    const practice = await practiceFor(tx)
    const workers = await listTeam(tx, rolesNamed(practice))
    const { lines: all, withoutWorker } = teamLines(
      workers,
      await listTeamCases(tx),
      practice,
      { now, today },
      await readReviews(request),
    )
    const isUnverified = practice.workloads.some(({ unverified }) => unverified)
    return page(
      'Team',
      <>
        <PageHeaderActions
          heading="Team"
          actions={[{ href: termsPath.to(), text: 'Skills and languages', isSecondary: true }]}
        />
        <FilterLayout filter={<TeamFilterForm request={request} all={all} />}>
          <NotUnderstood filters={unknownIn(request, all)} />
          <TeamTable request={request} all={all} withoutWorker={withoutWorker} />
          <p class="govuk-hint">
            {isUnverified &&
              'Load is counted by the service’s own points, which no source gives (unverified). Every worker’s page says how. '}
            {loadScope} What is due, new and missed is counted in the same way. Each thing that is due counts
            once: with whoever holds the case or covers for them, or with whoever follows a missed appointment
            up. Reviews are those of plans and those after something happened: they stand with whoever holds
            the case, and with whoever covers for them.
          </p>
        </FilterLayout>
      </>,
    )
  },
})

type Given = { request: Request; all: readonly TeamLine[] }

const filterLabels = { only: 'Who', role: 'Role', term: 'Skill or language' } as const

/** What the page is narrowed to; what nobody of the team has is left out. */
function asked({ query }: Request, all: readonly TeamLine[]) {
  const only = query.get('only') ?? ''
  const [role, term] = [query.get('role'), query.get('term')]
  return {
    only: Object.hasOwn(teamFilters, only) ? (only as TeamFilter) : undefined,
    role: all.flatMap(({ roles }) => roles).find(it => it === role),
    term: all.flatMap(({ terms }) => terms).find(it => it === term),
  }
}

/** The filters that the address asks for what they do not know. */
function unknownIn(request: Request, all: readonly TeamLine[]): string[] {
  const chosen = asked(request, all)
  const names = ['only', 'role', 'term'] as const
  return names
    .filter(name => request.query.has(name) && chosen[name] === undefined)
    .map(name => filterLabels[name])
}

function TeamFilterForm({ request, all }: Given) {
  const { address, query } = request
  const { only, role, term } = asked(request, all)
  const without = (name: string) => {
    const next = new URLSearchParams(query)
    next.delete(name)
    return `${address}?${next}`
  }
  const roles = [...new Set(all.flatMap(it => it.roles))].toSorted()
  const terms = [...new Set(all.flatMap(it => it.terms))].toSorted((one, other) => one.localeCompare(other))
  const chosen = [
    { name: 'only', heading: filterLabels.only, text: only && teamFilters[only] },
    { name: 'role', heading: filterLabels.role, text: role && roleNames[role] },
    { name: 'term', heading: filterLabels.term, text: term },
  ].flatMap(({ name, heading, text }) =>
    text === undefined ? [] : [{ heading, items: [{ text, href: without(name) }] }],
  )
  const sort = query.get('sort')
  return (
    <Filter
      action={address}
      selected={chosen}
      clearHref={address}
      keep={sort === null ? [] : [{ name: 'sort', value: sort }]}
    >
      <Select
        id="only"
        name="only"
        label={filterLabels.only}
        value={only ?? ''}
        items={[
          { value: '', label: 'Everybody' },
          ...Object.entries(teamFilters).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Select
        id="role"
        name="role"
        label={filterLabels.role}
        value={role ?? ''}
        items={[{ value: '', label: 'Any' }, ...roles.map(value => ({ value, label: roleNames[value] }))]}
      />
      <Select
        id="term"
        name="term"
        label={filterLabels.term}
        value={term ?? ''}
        items={[{ value: '', label: 'Any' }, ...terms.map(value => ({ value, label: value }))]}
      />
    </Filter>
  )
}

function TeamTable({ request, all, withoutWorker }: Given & { withoutWorker: DueCount }) {
  const { address, query } = request
  const sorting = readSorting(query, teamSorts, { key: 'name', direction: 'ascending' })
  const sort = teamSorts.find(key => key === sorting.key) ?? 'name'
  const narrowed = filterTeam(all, asked(request, all))
  const isWhole = narrowed.length === all.length
  const sorted = sortTeam(narrowed, sort, sorting.direction === 'descending')
  // The page begins with those who have children; whoever asks for some of the team sees all of those.
  const [rows, idle] = isWhole
    ? [sorted.filter(line => !hasNobody(line)), all.filter(hasNobody)]
    : [sorted, []]
  const sortHref = (key: string) => sortAddress(address, query, sorting, key)
  const number = (key: string, heading: string, cell: (it: TeamLine) => number | string) =>
    ({ key, heading, isNumeric: true, sortHref: sortHref(key), cell }) as const
  return (
    <>
      <SortableTable
        id="team"
        caption={`Workers (${rows.length})`}
        rows={rows}
        rowKey={({ userId }) => userId}
        sorting={sorting}
        foot={[
          ...(isWhole ? [{ key: 'nobody', heading: withoutWorkerLink, cells: dueCells(withoutWorker) }] : []),
          {
            key: 'total',
            heading: isWhole ? 'Total' : 'Total of these',
            cells: dueCells(dueOfAll(isWhole ? [...rows, withoutWorker] : rows)),
          },
        ]}
        empty={
          <EmptyState title="Nobody stands here">
            Whoever can be named in a case stands here. Take a filter away to see more.
          </EmptyState>
        }
        columns={[
          { key: 'name', heading: 'Name', isRowHeader: true, sortHref: sortHref('name'), cell: Name },
          number('children', 'Children', ({ load }) => load.children),
          { key: 'load', heading: 'Load', sortHref: sortHref('load'), cell: LoadCell },
          {
            key: 'overdue',
            heading: 'Overdue',
            isNumeric: true,
            sortHref: sortHref('overdue'),
            cell: it => <OverdueCell {...it} />,
          },
          number('due', 'Due this week', ({ dueThisWeek }) => dueThisWeek),
          number('new', 'New', ({ fresh }) => fresh),
          { ...number('missed', 'Missed, not followed up', ({ missed }) => missed), hasLongHeading: true },
          {
            ...number('reviews', 'Reviews overdue', ({ reviewsOverdue }) => reviewsOverdue),
            hasLongHeading: true,
          },
          number('back', 'Given back', ({ givenBack }) => givenBack),
          { key: 'leave', heading: 'On leave today', cell: LeaveCell },
        ]}
      />
      {idle.length > 0 && <WithNobody idle={idle} />}
    </>
  )
}

/** Whoever has nobody on their list, such as workers at court: at hand, and not in the way of the others. */
function WithNobody({ idle }: { idle: readonly TeamLine[] }) {
  return (
    <Details summary={`Nobody on their list (${idle.length})`}>
      <SortableTable
        id="idle"
        caption="Workers with nobody on their list"
        isCaptionHidden
        rows={idle}
        rowKey={({ userId }) => userId}
        columns={[
          { key: 'name', heading: 'Name', isRowHeader: true, cell: Name },
          { key: 'load', heading: 'Load', cell: LoadCell },
          { key: 'leave', heading: 'On leave today', cell: LeaveCell },
        ]}
      />
    </Details>
  )
}

/** Every team page is for those whose own day lists these cases. */
const withoutWorkerLink = (
  <a class="govuk-link" href="/#nobody">
    Without a worker
  </a>
)

const dueCells = (it: DueCount) => ({ overdue: <OverdueCell {...it} />, due: it.dueThisWeek })

function OverdueCell({ overdue }: DueCount) {
  return overdue > 0 ? <StatusTag kind="overdue" word={String(overdue)} isPlain /> : <>0</>
}

function Name({ userId, name, roles, isDisabled }: TeamLine) {
  return (
    <>
      <a class="govuk-link" href={workerPath.to({ userId })}>
        <bdi>{name}</bdi>
      </a>
      <div class="govuk-hint tl-hint-below">
        {roles.map(role => roleNames[role]).join(', ')}
        {isDisabled && '; can no longer sign in'}
      </div>
    </>
  )
}

function LoadCell({ load }: TeamLine) {
  const words = loadWords(load)
  if (words === '') return 'Not counted'
  return (loadShare(load) ?? 0) > 1 ? <StatusTag kind="overdue" word={words} isPlain /> : words
}

function LeaveCell({ leave }: TeamLine) {
  if (!leave) return null
  return (
    <>
      Until {writeDate(leave.until)}.{' '}
      {leave.coverName === null || leave.isCoverAway ? (
        <StatusTag kind="today" word="Nobody covers" isPlain />
      ) : (
        `${leave.coverName} covers.`
      )}
      {leave.isCoverAway && <> {leave.coverName} is on leave too.</>}
    </>
  )
}
