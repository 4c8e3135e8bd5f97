import { Sparkline } from '../../charts/Sparkline.tsx'
import { Filter, FilterLayout } from '../../moj/filter/Filter.tsx'
import { Pagination } from '../../moj/pagination/Pagination.tsx'
import { SortableTable } from '../../moj/sortable-table/SortableTable.tsx'
import { type StatusKind, StatusTag } from '../../moj/status-tag/StatusTag.tsx'
import { Example } from './Example.tsx'

interface InventedCase {
  name: string
  age: number
  pathway: string
  next: string
  kind: StatusKind
  due: string
  contacts: number[]
}

const cases: readonly InventedCase[] = [
  {
    name: 'Almond, Tariq',
    age: 15,
    pathway: 'Community resolution',
    next: 'Screening',
    kind: 'overdue',
    due: '19 November 2026',
    contacts: [2, 2, 1, 0, 1, 0],
  },
  {
    name: 'Brightwater, Keeley',
    age: 16,
    pathway: 'Early support',
    next: 'Plan review',
    kind: 'today',
    due: '21 November 2026',
    contacts: [1, 2, 2, 3, 2, 2],
  },
  {
    name: "D'Arcy-Ødegård, Marie-Thérèse",
    age: 12,
    pathway: 'Referral order',
    next: 'Panel report',
    kind: 'on-course',
    due: '2 December 2026',
    contacts: [0, 1, 2, 2, 2, 3],
  },
  {
    name: 'Ó, Li',
    age: 17,
    pathway: 'Community resolution',
    next: 'Offer',
    kind: 'waiting',
    due: 'With police',
    contacts: [1, 1, 1, 1, 1, 1],
  },
]

/** A list with its filters, its order and its pages. */
export function ListPatterns() {
  return (
    <Example
      name="A list with filters"
      use="Filters, order and page stand in the address, so a list can be bookmarked, sent and printed."
    >
      <FilterLayout filter={<CaseFilter />}>
        <SortableTable
          id="cases"
          caption="Children on a pathway"
          columns={[
            {
              key: 'name',
              heading: 'Name',
              isRowHeader: true,
              sortHref: '?sort=name',
              cell: row => (
                <a class="govuk-link" href="/design">
                  {row.name}
                </a>
              ),
            },
            { key: 'age', heading: 'Age', isNumeric: true, sortHref: '?sort=age', cell: row => row.age },
            { key: 'pathway', heading: 'Pathway', cell: row => row.pathway },
            { key: 'next', heading: 'Next', cell: row => row.next },
            { key: 'status', heading: 'Status', cell: row => <StatusTag kind={row.kind} /> },
            { key: 'due', heading: 'Due', isOneLine: true, sortHref: '?sort=-due', cell: row => row.due },
            {
              key: 'contacts',
              heading: 'Contacts',
              cell: row => (
                <Sparkline
                  values={row.contacts}
                  label={`Contacts in the last six weeks: ${row.contacts.join(', ')}`}
                />
              ),
            },
          ]}
          rows={cases}
          rowKey={row => row.name}
          sorting={{ key: 'due', direction: 'ascending' }}
        />
        <Pagination
          page={2}
          pageSize={4}
          total={38}
          noun={{ one: 'child', many: 'children' }}
          href={page => `?page=${page}`}
        />
      </FilterLayout>
    </Example>
  )
}

function CaseFilter() {
  return (
    <Filter
      action="/design"
      selected={[{ heading: 'Team', items: [{ text: 'North', href: '/design?team=' }] }]}
      clearHref="/design"
      keep={[{ name: 'sort', value: 'due' }]}
    >
      <div class="govuk-form-group">
        <label class="govuk-label" for="filter-pathway">
          Pathway
        </label>
        <select class="govuk-select" id="filter-pathway" name="pathway">
          <option value="">Any</option>
          <option>Community resolution</option>
          <option>Early support</option>
          <option>Referral order</option>
        </select>
      </div>
    </Filter>
  )
}
