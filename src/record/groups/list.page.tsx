import { sql } from 'kysely'
import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { BackLink } from '../../ui/govuk/index.ts'
import { onlySeen } from './group.ts'
import { countGroups, type GroupCount, groupSource, type ListedGroup } from './groupListQueries.ts'
import { addGroupPath, groupPath, groupsPath } from './paths.ts'

const filters = {
  use: {
    kind: 'choice',
    label: 'In use',
    any: 'All',
    options: [
      { value: 'open', label: 'Going on' },
      { value: 'closed', label: 'Ended' },
    ],
  },
} as const satisfies ListFilters

/** The groups of the service with their sessions and attendance. */
export const groupListRoutes = listPage({
  path: groupsPath,
  permission: 'contacts.see',
  title: 'Groups',
  caption: 'Groups',
  counted: ['group', 'groups'],
  filters: () => filters,
  columns: async ({ tx, reach, now }) => columns(await countGroups(tx, reach, now)),
  source: groupSource,
  sorting: { key: 'title', direction: 'ascending' },
  narrow: ({ use }) =>
    use === undefined ? [] : [sql<boolean>`(g.closed_at is ${use === 'open' ? sql`null` : sql`not null`})`],
  why: 'counts children and names none',
  empty: {
    title: 'No groups',
    words: 'A group meets in sessions, such as six afternoons of boxing. Once one is added it stands here.',
  },
  intro: async ({ who }) => (
    <>
      <p class="govuk-body">{onlySeen}</p>
      {reachOf('groups.run', who.roles) && (
        <p class="govuk-body">
          <a class="govuk-link" href={addGroupPath.to()}>
            Add a group
          </a>
        </p>
      )}
    </>
  ),
  above: <BackLink href="/appointments">Appointments</BackLink>,
})

const wall = (at: Temporal.Instant | null | undefined) => (at ? writeMoment(at, ukZone) : '')
const wallOf = (at: Temporal.Instant | null | undefined) =>
  at ? at.toZonedDateTimeISO(ukZone).toPlainDateTime() : ''

function columns(counts: ReadonlyMap<string, GroupCount>): ListColumn<ListedGroup>[] {
  const of = ({ id }: ListedGroup) => counts.get(id)
  const came = (it: ListedGroup) => {
    const { kept = 0, missed = 0 } = of(it) ?? {}
    return kept + missed === 0 ? '' : `${kept} of ${kept + missed}`
  }
  return [
    {
      key: 'title',
      heading: 'Group',
      isRowHeader: true,
      cell: ({ id, title }) => (
        <a class="govuk-link" href={groupPath.to({ groupId: id })}>
          <bdi>{title}</bdi>
        </a>
      ),
      exports: it => it.title,
    },
    {
      key: 'members',
      heading: 'Children',
      isNumeric: true,
      cell: it => of(it)?.members ?? 0,
      exports: it => of(it)?.members ?? 0,
    },
    {
      key: 'next',
      heading: 'Next session',
      cell: it => wall(of(it)?.next),
      exports: it => wallOf(of(it)?.next),
    },
    {
      key: 'last',
      heading: 'Last session',
      cell: it => wall(of(it)?.last),
      exports: it => wallOf(of(it)?.last),
    },
    { key: 'came', heading: 'Came, of those recorded', cell: came, exports: came },
    {
      key: 'stands',
      heading: 'In use',
      cell: it => (it.isClosed ? 'Ended' : 'Going on'),
      exports: it => (it.isClosed ? 'Ended' : 'Going on'),
    },
  ]
}
