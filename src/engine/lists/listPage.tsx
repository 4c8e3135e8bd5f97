import { reachOf } from '../../platform/access/index.ts'
import {
  type Answer,
  forbidden,
  page,
  path,
  type Request,
  redirect,
  type SignedInRoute,
  turnBack,
} from '../../platform/http/index.ts'
import { FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import {
  addressWith,
  faultsOf,
  isAsSent,
  type ListAsked,
  narrowed,
  readAsked,
  sourceOf,
  viewsPath,
} from './asked.ts'
import type { ListDeclaration } from './declaration.ts'
import { exportList, mayExport, mostExported } from './exportList.ts'
import { FilterPanel, narrowedWords } from './FilterPanel.tsx'
import type { ListFilters, Person } from './filter.ts'
import { NotUnderstood, notUnderstoodWords } from './NotUnderstood.tsx'
import { countRows, readPage, readPlace } from './pageQueries.ts'
import { ExportForm, ListPages, ListTable, NarrowedTo, Total, Views } from './parts.tsx'
import { ToMend } from './ToMend.tsx'
import { readPeople, readViews } from './viewQueries.ts'
import { showViews, takeView } from './views.page.tsx'

/** How many rows a page of a list shows. */
export const rowsOnPage = 50

/** As many rows as a list counts, and an export holds: beyond that it says that there are more. */
const mostCounted = mostExported

/** The routes of a list, all from its one declaration: its page, its exports, and a person's own views of it. */
export function listPage<Row extends { id: string }, const F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
): SignedInRoute[] {
  const { permission, about } = declared
  const views = viewsPath(declared)
  const audit = about
    ? ({ kind: 'view', what: about.seen } as const)
    : ({ kind: 'none', why: declared.why ?? 'names no child' } as const)
  const viewsAudit = { kind: 'change', what: 'Changed a view of a list' } as const
  return [
    { method: 'GET', path: declared.path, permission, audit, handle: request => open(declared, request) },
    {
      method: 'POST',
      path: path(`${declared.path.pattern}/export`),
      permission: 'lists.export',
      audit: { kind: 'change', what: `Exported the list “${declared.title}”` },
      async handle(request) {
        const reach = reachOf(permission, request.who.roles)
        return reach
          ? exportList(declared, { ...request, reach })
          : forbidden('You may export lists, but this one is not yours to see.')
      },
    },
    {
      method: 'GET',
      path: views,
      permission,
      audit: { kind: 'none', why: 'shows a person’s own views by the names that they gave them' },
      handle: request => showViews(declared, request),
    },
    {
      method: 'POST',
      path: views,
      permission,
      audit: viewsAudit,
      handle: request => takeView(declared, request),
    },
  ]
}

async function open<Row extends { id: string }, F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
  request: Request,
): Promise<Answer> {
  const { tx, query, who } = request
  const filters = declared.filters(request)
  const hasPeople = Object.values(filters).some(({ kind }) => kind === 'person')
  // Asked together with what the list finds, where that does not hang on them: none waits for another's answer.
  const around = Promise.all([readViews(tx, declared.path.pattern), hasPeople ? readPeople(tx, filters) : []])
  // Looked at below; until then a failure is not one that nobody sees to.
  around.catch(() => {})
  if (query.size === 0) {
    const first = (await around)[0].find(({ opensWith }) => opensWith)
    const opensAt = first?.query ?? declared.opensAt?.(request).toString()
    if (opensAt !== undefined) return { kind: 'redirect', to: addressWith(declared, opensAt) }
  }
  const asked = await readAsked(declared, query, request, async () => (await around)[1])
  if (faultsOf(asked).length > 0) return mend(declared, request, asked, (await around)[1])
  const unknown = asked.choices.filter(({ isUnknown }) => isUnknown).map(({ filter }) => filter.label)
  if (isAsSent(query, ...asked.choices)) {
    const tidy = addressWith(declared, asked.query)
    return unknown.length === 0 ? redirect(tidy) : turnBack(tidy, notUnderstoodWords(unknown))
  }
  const source = sourceOf(declared, asked.choices)
  const place = readPlace(query)
  // Counting a long list takes longer than showing fifty of it, so that somebody must ask. What is found by what happened
  // is read whole in any case, and the figures lead there with a number.
  const isCounted = query.get('count') === 'yes' || source !== declared.source
  const narrow = await narrowed(declared, asked, request)
  const [[views, people], found, counted, always, intro, below] = await Promise.all([
    around,
    readPage(
      tx,
      source,
      {
        sort: asked.sorting.key,
        isDescending: asked.sorting.direction === 'descending',
        conditions: narrow.conditions,
        place,
      },
      rowsOnPage,
    ),
    isCounted ? countRows(tx, source, narrow.conditions, mostCounted) : undefined,
    declared.columns(request),
    declared.intro?.(request),
    declared.below?.(request),
  ])
  const columns = [...always, ...narrow.columns]
  const { about } = declared
  if (about) {
    const seen = found.rows.map(row => about.childOf(row)).filter(id => id !== null)
    request.seen(seen, about.seen)
  }
  const listAddress = addressWith(declared, asked.query)
  return page(
    declared.title,
    <>
      <h1 class="govuk-heading-l">{declared.title}</h1>
      {intro}
      <FilterLayout filter={<FilterPanel {...{ asked, people }} address={request.address} />}>
        <Views {...{ asked, declared, request, views }} />
        <NotUnderstood filters={unknown} />
        <NarrowedTo words={narrowedWords(asked, people)} />
        <Total
          count={found.hasBefore || found.hasAfter ? counted : found.rows.length}
          most={mostCounted}
          words={declared.counted}
          countHref={`${listAddress}&count=yes`}
        />
        <ListTable {...{ declared, request, asked, columns }} rows={found.rows} />
        <ListPages found={found} address={listAddress} caption={declared.caption} />
        {found.rows.length > 0 && mayExport(who.roles) && (
          <ExportForm
            action={`${request.address}/export`}
            query={asked.query}
            csrfToken={request.csrfToken}
          />
        )}
      </FilterLayout>
      {below}
    </>,
    declared.above ? { above: declared.above } : {},
  )
}

/** The list with its filter to be put right. */
function mend<Row extends { id: string }, F extends ListFilters>(
  { title, above }: ListDeclaration<Row, F>,
  { address }: Request,
  asked: ListAsked,
  people: readonly Person[],
): Answer {
  return page(
    title,
    <ToMend
      title={title}
      faults={faultsOf(asked)}
      filter={<FilterPanel {...{ asked, people, address }} />}
    />,
    { status: 422, ...(above ? { above } : {}) },
  )
}
