import { reachOf } from '../../platform/access/index.ts'
import {
  type Answer,
  forbidden,
  page,
  path,
  type Request,
  type SignedInRoute,
} from '../../platform/http/index.ts'
import { FilterLayout } from '../../ui/moj/filter/Filter.tsx'
import { addressWith, narrowed, readAsked, viewsPath } from './asked.ts'
import type { ListDeclaration } from './declaration.ts'
import { exportList, mayExport } from './exportList.ts'
import { FilterPanel } from './FilterPanel.tsx'
import type { ListFilters } from './filter.ts'
import { readPage, readPlace } from './pageQueries.ts'
import { ExportForm, ListPages, ListTable, Views } from './parts.tsx'
import { readPeople, readViews } from './viewQueries.ts'
import { showViews, takeView } from './views.page.tsx'

/** How many rows a page of a list shows. */
export const rowsOnPage = 50

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
    if (first) return { kind: 'redirect', to: addressWith(declared, first.query) }
  }
  const asked = await readAsked(declared, query, request, async () => (await around)[1])
  const narrow = await narrowed(declared, asked, request)
  const [[views, people], found, always, intro, below] = await Promise.all([
    around,
    readPage(
      tx,
      declared.source,
      {
        sort: asked.sorting.key,
        isDescending: asked.sorting.direction === 'descending',
        conditions: narrow.conditions,
        place: readPlace(query),
      },
      rowsOnPage,
    ),
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
