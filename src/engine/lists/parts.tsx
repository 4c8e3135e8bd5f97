import type { Request } from '../../platform/http/index.ts'
import { sheetFormats } from '../../platform/sheets/index.ts'
import { Button, Details, Input, Pagination } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { type Column, SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { sortAddress } from '../../ui/moj/sortable-table/sorting.ts'
import { SendingMarks } from '../forms/index.ts'
import { addressWith, type ListAsked, sourceOf, viewsPath } from './asked.ts'
import type { ListColumn, ListDeclaration } from './declaration.ts'
import { isInForce, type ListFilters } from './filter.ts'
import type { FoundPage } from './pageQueries.ts'
import type { SavedView } from './viewQueries.ts'

type TableGiven<Row extends { id: string }, F extends ListFilters> = {
  declared: ListDeclaration<Row, F>
  request: Request
  asked: ListAsked
  columns: readonly ListColumn<Row>[]
  rows: readonly Row[]
}

/** The rows of a page, under headings that sort. */
export function ListTable<Row extends { id: string }, F extends ListFilters>(given: TableGiven<Row, F>) {
  const { declared, request, asked, rows } = given
  const query = new URLSearchParams(asked.query)
  const { sorts } = sourceOf(declared, asked.choices)
  const columns = given.columns.flatMap(
    ({ cell, exports: _, ...said }): Column<readonly [Row, ...Row[]]>[] => {
      if (!cell) return []
      const canSort = Object.hasOwn(sorts, said.key)
      const sortHref = canSort && sortAddress(request.address, query, asked.sorting, said.key)
      return [{ ...said, cell: together => cell(together[0], together), ...(sortHref ? { sortHref } : {}) }]
    },
  )
  return (
    <SortableTable
      id="list"
      caption={declared.caption}
      isCaptionHidden
      rows={asShown(declared, rows)}
      rowKey={([{ id }]) => id}
      sorting={asked.sorting}
      columns={columns}
      empty={<Nothing empty={declared.empty} asked={asked} />}
    />
  )
}

/** The rows of a page, those that stand as one put together where the first of them stands. */
function asShown<Row extends { id: string }, F extends ListFilters>(
  { standsWith }: Pick<ListDeclaration<Row, F>, 'standsWith'>,
  rows: readonly Row[],
): [Row, ...Row[]][] {
  const shown = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const key = standsWith?.(row) ?? row.id
    const others = shown.get(key)
    if (others) others.push(row)
    else shown.set(key, [row])
  }
  return [...shown.values()]
}

/** In place of a table without rows: what would stand here, or that the filter leaves everything out. */
function Nothing({ empty, asked }: { empty: { title: string; words: string }; asked: ListAsked }) {
  return asked.choices.some(isInForce) ? (
    <EmptyState title="Nothing fits">
      Nothing fits what the list is narrowed to. Take a filter away to see more.
    </EmptyState>
  ) : (
    <EmptyState title={empty.title}>{empty.words}</EmptyState>
  )
}

type TotalGiven = {
  /** Undefined where nobody has counted. */
  count: number | undefined
  most: number
  words: readonly [one: string, more: string]
  countHref: string
}

/** How many rows the filter finds, or the way to have them counted; nothing where there are none, which the table says. */
export function Total({ count, most, words: [one, more], countHref }: TotalGiven) {
  if (count === 0) return null
  const number = Math.min(count ?? 0, most).toLocaleString('en-GB')
  if (count === undefined)
    return (
      <p class="govuk-body tl-list-total tl-no-print">
        <a class="govuk-link" href={countHref}>
          Count the {more}
        </a>
      </p>
    )
  return (
    <p class="govuk-body tl-list-total">
      {count > most ? `More than ${number} ${more}` : `${number} ${count === 1 ? one : more}`}
    </p>
  )
}

/** What a list shows, on paper only: on the screen the filter says it. */
export function NarrowedTo({ words }: { words: string }) {
  return words === '' ? null : <p class="govuk-body tl-print-only">{words}.</p>
}

type PagesGiven = { found: FoundPage<{ id: string }>; address: string; caption: string }

/** The way to the page before and the page after: by the row at which it begins, not by a number. */
export function ListPages({ found: { rows, hasBefore, hasAfter }, address, caption }: PagesGiven) {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || (!hasBefore && !hasAfter)) return null
  return (
    <>
      <p class="govuk-body tl-print-only">
        This is a part of the list:{' '}
        {[hasBefore && 'more stands before it', hasAfter && 'more follows'].filter(Boolean).join(', ')}. An
        export holds all of it.
      </p>
      <Pagination
        landmarkLabel={`Pages of ${caption.toLowerCase()}`}
        {...(hasBefore ? { previous: { href: `${address}&before=${first.id}` } } : {})}
        {...(hasAfter ? { next: { href: `${address}&after=${last.id}` } } : {})}
      />
    </>
  )
}

type ViewsGiven = {
  declared: Pick<ListDeclaration<{ id: string }, ListFilters>, 'path'>
  request: Request
  asked: ListAsked
  views: readonly SavedView[]
}

/** A person's own views of the list, and a way to keep this one. */
export function Views({ declared, request, asked, views }: ViewsGiven) {
  const toViews = viewsPath(declared).to()
  const current = views.find(({ query }) => query === asked.query)
  return (
    <div class="tl-list-views">
      {views.length > 0 && (
        <nav aria-label="My views of this list">
          <ul class="govuk-list tl-list-views__names">
            {views.map(view => (
              <li key={view.viewId}>
                <a
                  class="govuk-link"
                  href={addressWith(declared, view.query)}
                  aria-current={view === current ? 'page' : undefined}
                >
                  <bdi>{view.name}</bdi>
                </a>
              </li>
            ))}
            <li>
              <a class="govuk-link" href={toViews}>
                Change my views
              </a>
            </li>
          </ul>
        </nav>
      )}
      {!current && (
        <Details summary="Keep this view of the list">
          <form method="post" action={toViews} novalidate>
            <SendingMarks request={request} />
            <input type="hidden" name="act" value="save" />
            <input type="hidden" name="query" value={asked.query} />
            <Input
              id="view-name"
              name="name"
              label="What do you call it?"
              hint="Only you see it. Do not name a child."
              classes="govuk-input--width-20"
            />
            <OpensWith id="view-opens" isChecked={false} />
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Keep view
            </Button>
          </form>
        </Details>
      )}
    </div>
  )
}

/** Whether the list opens with a view. */
export function OpensWith({ id, isChecked }: { id: string; isChecked: boolean }) {
  return (
    <div class="govuk-form-group">
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={id}
            name="opens"
            type="checkbox"
            value="yes"
            checked={isChecked}
          />
          <label class="govuk-label govuk-checkboxes__label" for={id}>
            Open the list with it
          </label>
        </div>
      </div>
    </div>
  )
}

type ExportGiven = { action: string; query: string; csrfToken: string }

/** Everything that the filter finds as a file. Sent as a form, because it is written to the audit. */
export function ExportForm({ action, query, csrfToken }: ExportGiven) {
  return (
    <Details summary="Export this list" classes="tl-list-export">
      <p class="govuk-body">
        The file holds everything that the filter finds, not only this page. It is written down that you
        exported it. Keep it as safe as the record itself, and delete it when it is no longer needed.
      </p>
      <form method="post" action={action}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="query" value={query} />
        <div class="govuk-button-group">
          {Object.entries(sheetFormats).map(([format, words]) => (
            <Button classes="govuk-button--secondary" name="format" value={format} key={format}>
              {words}
            </Button>
          ))}
        </div>
      </form>
    </Details>
  )
}
