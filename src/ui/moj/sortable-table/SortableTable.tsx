import type { ComponentChildren } from 'preact'
import { SortArrow } from './SortArrow.tsx'
import type { Sorting } from './sorting.ts'
import { TableRegion } from './TableRegion.tsx'

/** One column: its heading and what a row shows in it. */
export interface Column<Row> {
  key: string
  heading: string
  cell: (row: Row) => ComponentChildren
  /** Numbers stand right and in line. */
  isNumeric?: boolean
  /** A long heading above short cells: it may stand in two lines. */
  hasLongHeading?: boolean
  /** Dates and references stay on one line. */
  isOneLine?: boolean
  /** Links to do something, which paper cannot: it is not printed. */
  isScreenOnly?: boolean
  /** The column that names the row; one a table. */
  isRowHeader?: boolean
  /** The address that sorts by this column; leave out where sorting by it means nothing. */
  sortHref?: string
}

/** A line below the rows, such as their total: it is not sorted with them. */
export interface FootRow {
  key: string
  /** Stands in the first column and names the line. */
  heading: ComponentChildren
  /** By the key of a column; a column that is not here stays empty. */
  cells: Readonly<Record<string, ComponentChildren>>
}

interface SortableTableProps<Row> {
  /** Unique on the page. */
  id: string
  /** What the table holds; its name for a screen reader. */
  caption: string
  isCaptionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sorting?: Sorting
  foot?: readonly FootRow[]
  /** Stands in place of the table when there are no rows. */
  empty?: ComponentChildren
}

/** The role of each part. */
const roles = {
  table: 'table',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
} as const

/**
 * A table that sorts by its address, so that an order can be bookmarked, sent and printed, and needs no script.
 *
 * MoJ sorts in the browser with buttons; we keep its aria-sort and its note in the caption, and put links in
 * place of the buttons. Nothing is hidden in a heading, because a heading is read again with every cell: the
 * arrows are silent, aria-sort stands on the sorted column alone (as ARIA asks), and the caption says in words
 * how the table is sorted, once.
 *
 * In a narrow window each row becomes a card and each cell carries its column's heading (_tables.scss). A browser
 * no longer takes for a table what is not laid out as one, so every part says by its role what it is.
 */
export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { id, caption, columns, rows, rowKey, sorting, isCaptionHidden = false } = props
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>
  return (
    <TableRegion labelledBy={`${id}-caption`}>
      <table role={roles.table} class="govuk-table tl-table tl-table--cards" id={id}>
        <caption
          class={`govuk-table__caption govuk-table__caption--s${isCaptionHidden ? ' govuk-visually-hidden' : ''}`}
          id={`${id}-caption`}
        >
          {caption}
          <span class="govuk-visually-hidden">{sortNote(columns, sorting)}</span>
        </caption>
        <thead role={roles.rowgroup} class={`govuk-table__head${canSort(columns) ? ' tl-table__sorts' : ''}`}>
          <tr role={roles.row} class="govuk-table__row">
            {columns.map(column => (
              <Heading column={column} sorting={sorting} tableId={id} key={column.key} />
            ))}
          </tr>
        </thead>
        <tbody role={roles.rowgroup} class="govuk-table__body">
          {rows.map(row => (
            <tr role={roles.row} class="govuk-table__row" key={rowKey(row)}>
              {columns.map(column => cellOf(column, row))}
            </tr>
          ))}
        </tbody>
        {props.foot && (
          <tfoot role={roles.rowgroup} class="govuk-table__body">
            {props.foot.map(row => (
              <Foot key={row.key} row={row} columns={columns} />
            ))}
          </tfoot>
        )}
      </table>
    </TableRegion>
  )
}

interface HeadingProps<Row> {
  column: Column<Row>
  sorting: Sorting | undefined
  tableId: string
}

function Heading<Row>({ column, sorting, tableId }: HeadingProps<Row>) {
  const direction = sorting?.key === column.key ? sorting.direction : undefined
  const numeric = column.isNumeric ? ' govuk-table__header--numeric' : ''
  const long = column.hasLongHeading ? ' tl-table__long-heading' : ''
  return (
    <th
      role={roles.columnheader}
      scope="col"
      class={`govuk-table__header${numeric}${long}${screenOnly(column)}`}
      aria-sort={direction}
    >
      {column.sortHref === undefined ? (
        column.heading
      ) : (
        <a class="tl-sort" href={`${column.sortHref}#${tableId}`}>
          {column.heading}
          <SortArrow direction={direction} />
        </a>
      )}
    </th>
  )
}

/** Called as it is and not as an element: a page has hundreds. */
function cellOf<Row>(column: Column<Row>, row: Row) {
  const oneLine = column.isOneLine ? ' tl-table__one-line' : ''
  if (column.isRowHeader) {
    return (
      <th role={roles.rowheader} scope="row" class={`govuk-table__header${oneLine}`} key={column.key}>
        {column.cell(row)}
      </th>
    )
  }
  const numeric = column.isNumeric ? ' govuk-table__cell--numeric' : ''
  return (
    <td
      role={roles.cell}
      class={`govuk-table__cell${numeric}${oneLine}${screenOnly(column)}`}
      data-label={column.heading}
      key={column.key}
    >
      {column.cell(row)}
    </td>
  )
}

const screenOnly = <Row,>({ isScreenOnly }: Column<Row>) => (isScreenOnly ? ' tl-no-print' : '')

function Foot<Row>({ row, columns }: { row: FootRow; columns: readonly Column<Row>[] }) {
  return (
    <tr role={roles.row} class="govuk-table__row">
      {columns.map((column, index) =>
        cellOf(
          {
            ...column,
            isRowHeader: index === 0,
            cell: () => (index === 0 ? row.heading : row.cells[column.key]),
          },
          undefined,
        ),
      )}
    </tr>
  )
}

function canSort<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.some(column => column.sortHref !== undefined)
}

function sortNote<Row>(columns: readonly Column<Row>[], sorting: Sorting | undefined): string {
  if (!canSort(columns)) return ''
  const sorted = columns.find(column => column.key === sorting?.key)
  const now = sorted && sorting ? `, sorted by ${sorted.heading}, ${sorting.direction}` : ''
  return `${now} (column headings that are links sort the table)`
}
