import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { reachOf } from '../../platform/access/index.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { Select } from '../../ui/govuk/index.ts'
import { Badge } from '../../ui/moj/badge/Badge.tsx'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { Filter, FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { readSorting, type Sorting, sortAddress } from '../../ui/moj/sortable-table/sorting.ts'
import { standing } from '../cases/index.ts'
import {
  ageWords,
  childPath,
  childrenPath,
  countBrokenGlass,
  glassReviewsPath,
  nameOf,
} from '../children/index.ts'
import { caseSorts, casesOnPage, type ListedCase, listOpenCases } from './caseListQueries.ts'

/** Every open case that the person may know of, their own first. */
export const caseListRoute = route({
  method: 'GET',
  path: childrenPath,
  permission: 'child.see',
  audit: { kind: 'view', what: 'Looked at the list of open cases' },
  async handle(request) {
    const { tx, query, reach, who } = request
    const sorting = readSorting(query, caseSorts, { key: 'name', direction: 'ascending' })
    const pathway = practiceInUse().pathways.find(({ id }) => id === query.get('pathway'))?.id
    const stage = query.get('stage') || undefined
    const found = await listOpenCases(tx, {
      sort: sorting.key === 'started' ? 'started' : 'name',
      isDescending: sorting.direction === 'descending',
      onlyMine: query.get('whose') === 'mine',
      pathway,
      stage,
      after: query.get('after') ?? undefined,
      reach,
    })
    const shown = found.slice(0, casesOnPage)
    const childIds = shown.map(({ childId }) => childId)
    request.seen(childIds, 'In the list of open cases')
    const toReview = reachOf('glass.review', who.roles) ? await countBrokenGlass(tx) : 0
    return page(
      'Children',
      <>
        <h1 class="govuk-heading-l">Children with an open case</h1>
        {toReview > 0 && (
          <p class="govuk-body">
            <a class="govuk-link" href={glassReviewsPath.to()}>
              {toReview === 1 ? '1 restricted record was' : `${toReview} restricted records were`} opened: to
              review
            </a>
          </p>
        )}
        <FilterLayout filter={<ListFilter request={request} />}>
          <CaseTable cases={shown} sorting={sorting} request={request} />
          {found.length > casesOnPage && (
            <p class="govuk-body">
              <a class="govuk-link" href={nextHref(request, shown)}>
                More children
              </a>
            </p>
          )}
        </FilterLayout>
      </>,
    )
  },
})

function nextHref({ address, query }: Request, shown: ListedCase[]): string {
  const next = new URLSearchParams(query)
  next.set('after', shown.at(-1)?.involvementId ?? '')
  return `${address}?${next}`
}

function ListFilter({ request: { address, query } }: { request: Request }) {
  const without = (name: string) => {
    const next = new URLSearchParams(query)
    next.delete(name)
    next.delete('after')
    return `${address}?${next}`
  }
  const { pathways } = practiceInUse()
  // Pathways call some of their stages alike: each stands once.
  const stages = [...new Map(pathways.flatMap(({ stages: all }) => Object.entries(all)))]
  const chosen = [
    { name: 'whose', heading: 'Whose', text: query.get('whose') === 'mine' ? 'Mine' : undefined },
    {
      name: 'pathway',
      heading: 'Pathway',
      text: pathways.find(({ id }) => id === query.get('pathway'))?.title,
    },
    { name: 'stage', heading: 'Stage', text: stages.find(([id]) => id === query.get('stage'))?.[1].title },
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
        id="whose"
        name="whose"
        label="Whose"
        value={query.get('whose') ?? ''}
        items={[
          { value: '', label: 'Everybody’s, mine first' },
          { value: 'mine', label: 'Mine' },
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
      <Select
        id="stage"
        name="stage"
        label="Stage"
        value={query.get('stage') ?? ''}
        items={[
          { value: '', label: 'Any' },
          ...stages.map(([value, { title }]) => ({ value, label: title })),
        ]}
      />
    </Filter>
  )
}

type TableGiven = { cases: ListedCase[]; sorting: Sorting; request: Request }

function CaseTable({ cases, sorting, request: { address, query, today } }: TableGiven) {
  const asked = new URLSearchParams(query)
  asked.delete('after')
  const sortHref = (key: string) => sortAddress(address, asked, sorting, key)
  return (
    <SortableTable
      id="cases"
      caption="Open cases"
      isCaptionHidden
      rows={cases}
      rowKey={({ involvementId }) => involvementId}
      sorting={sorting}
      empty={
        <EmptyState title="No open cases">
          A child stands here from the day a case is opened for them until it ends.
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          heading: 'Name',
          isRowHeader: true,
          sortHref: sortHref('name'),
          cell: it => (
            <>
              <a class="govuk-link" href={childPath.to(it)}>
                <bdi>{nameOf(it)}</bdi>
              </a>{' '}
              {it.isRestricted && <Badge colour="black">Restricted</Badge>}{' '}
              {it.isMine && <Badge colour="green">Mine</Badge>}
            </>
          ),
        },
        { key: 'age', heading: 'Age', cell: it => ageWords(it, today) },
        { key: 'reference', heading: 'Reference', cell: it => <span class="tl-nowrap">{it.reference}</span> },
        {
          key: 'case',
          heading: 'Case',
          cell: it => findPathway(practiceInUse(), it.pathway)?.title ?? it.pathway,
        },
        {
          key: 'stage',
          heading: 'Stage',
          cell: it => standing(findPathway(practiceInUse(), it.pathway), { stage: it.stage, ending: null }),
        },
        { key: 'holder', heading: 'Holder', cell: it => it.holderName ?? 'Nobody yet' },
        {
          key: 'started',
          heading: 'Began',
          sortHref: sortHref('started'),
          cell: it => writeDate(it.startedAt.toZonedDateTimeISO(ukZone).toPlainDate()),
        },
      ]}
    />
  )
}
