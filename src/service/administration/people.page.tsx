import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { roleNames, roles } from '../../platform/access/index.ts'
import { page, type Request, redirect, route, withoutEmptyParts } from '../../platform/http/index.ts'
import { type Account, listAccounts } from '../../platform/identity/index.ts'
import { Button, Select } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Filter, FilterLayout, type SelectedFilters } from '../../ui/moj/filter/Filter.tsx'
import { type Column, SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { readSorting, sortAddress } from '../../ui/moj/sortable-table/sorting.ts'
import { Above } from './Above.tsx'
import { invitePath, peoplePath, personPath } from './paths.ts'
import { arrangePeople, type PeopleFilter, readPeopleFilter, sortableColumns } from './peopleFilter.ts'
import { stateNames, stateOf } from './personState.ts'

async function peoplePage(request: Request) {
  const { tx, who, query, now } = request
  const tidy = withoutEmptyParts(request.address, query)
  if (tidy !== undefined) return redirect(tidy)
  const sorting = readSorting(query, sortableColumns, { key: 'name', direction: 'ascending' })
  const filter = readPeopleFilter(query)
  const people = arrangePeople(await listAccounts(tx, who.serviceId), filter, sorting)
  const sortHref = (key: string) => sortAddress(peoplePath.to(), query, sorting, key)
  const columns: Column<Account>[] = [
    {
      key: 'name',
      heading: 'Name',
      isRowHeader: true,
      sortHref: sortHref('name'),
      cell: person => (
        <a class="govuk-link" href={personPath.to({ userId: person.userId })} dir="auto">
          {person.name}
        </a>
      ),
    },
    { key: 'email', heading: 'Email address', sortHref: sortHref('email'), cell: person => person.email },
    {
      key: 'roles',
      heading: 'Roles',
      cell: person => person.roles.map(role => roleNames[role]).join(', '),
    },
    { key: 'state', heading: 'State', cell: person => stateNames[stateOf(person, now)] },
    {
      key: 'second',
      heading: 'Second step',
      cell: person => (person.hasSecondFactor ? 'Yes' : 'No'),
    },
    { key: 'seen', heading: 'Last seen', sortHref: sortHref('seen'), cell: lastSeen },
  ]
  return page(
    'People',
    <>
      <h1 class="govuk-heading-l">People</h1>
      <Button href={invitePath.to()}>Invite somebody</Button>
      <FilterLayout filter={<PeopleFilters filter={filter} query={query} />}>
        <SortableTable
          id="people"
          caption={people.length === 1 ? '1 person' : `${people.length} people`}
          columns={columns}
          rows={people}
          rowKey={person => person.userId}
          sorting={sorting}
          empty={
            <EmptyState title="Nobody here">
              No account matches this filter. Remove a filter, or invite somebody.
            </EmptyState>
          }
        />
      </FilterLayout>
    </>,
    { above: <Above /> },
  )
}

function lastSeen(person: Account): string {
  if (!person.lastSeen) return 'Never'
  return writeDate(dayInUk(person.lastSeen))
}

const showNames = {
  open: 'Not disabled',
  disabled: 'Disabled only',
  all: 'Everybody',
} as const

function PeopleFilters({ filter, query }: { filter: PeopleFilter; query: URLSearchParams }) {
  const without = (name: string) => {
    const left = new URLSearchParams(query)
    left.delete(name)
    return left.size > 0 ? `${peoplePath.to()}?${left}` : peoplePath.to()
  }
  const selected: SelectedFilters[] = []
  if (filter.role)
    selected.push({ heading: 'Role', items: [{ text: roleNames[filter.role], href: without('role') }] })
  if (filter.show !== 'open')
    selected.push({ heading: 'Accounts', items: [{ text: showNames[filter.show], href: without('show') }] })
  const sort = query.get('sort')
  return (
    <Filter
      action={peoplePath.to()}
      selected={selected}
      clearHref={peoplePath.to()}
      keep={sort ? [{ name: 'sort', value: sort }] : []}
    >
      <Select
        id="role"
        name="role"
        label="Role"
        value={filter.role ?? ''}
        items={[
          { value: '', label: 'Any role' },
          ...roles.map(role => ({ value: role, label: roleNames[role] })),
        ]}
      />
      <Select
        id="show"
        name="show"
        label="Accounts"
        value={filter.show}
        items={Object.entries(showNames).map(([value, label]) => ({ value, label }))}
      />
    </Filter>
  )
}

export const peopleRoutes = [
  route({
    method: 'GET',
    path: peoplePath,
    permission: 'accounts.manage',
    audit: { kind: 'none', why: 'shows colleagues, not children' },
    handle: peoplePage,
  }),
]
