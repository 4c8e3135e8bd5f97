import type { RawBuilder } from 'kysely'
import type { ComponentChildren } from 'preact'
import type { Permission } from '../../platform/access/index.ts'
import type { PageAnswer, Path, Request } from '../../platform/http/index.ts'
import type { SheetCell } from '../../platform/sheets/index.ts'
import type { Sorting } from '../../ui/moj/sortable-table/sorting.ts'
import type { Chosen, ListFilters } from './filter.ts'
import type { ListSource } from './source.ts'

/** A column of a list: as it is read on the page, as it is exported, or both. */
export type ListColumn<Row> = {
  /** Where the source can be sorted by this key, the heading sorts. */
  key: string
  heading: string
  /**
   * What the page shows; a column without is for exports only.
   * @param together the rows that stand as one, the row itself among them
   */
  cell?(row: Row, together?: readonly Row[]): ComponentChildren
  /** What an export holds: a text, a number, a date, or a moment as the clock on the wall says it. */
  exports?(row: Row): SheetCell
  isRowHeader?: true
  isOneLine?: true
  isNumeric?: true
  hasLongHeading?: true
}

/** The conditions that filters come to, and columns that stand in the list only because of them. */
export type Narrowed<Row> = {
  conditions: readonly RawBuilder<boolean>[]
  columns?: readonly ListColumn<Row>[]
}

/** What a list is, whole: its page, filters, sorting, paging, a person's own views of it, and its exports follow. */
export type ListDeclaration<Row extends { id: string }, F extends ListFilters> = {
  path: Path
  permission: Permission
  /** The heading of the page, and of an exported file. */
  title: string
  /** What the rows are, for those who hear the page: "Open cases". */
  caption: string
  /** What one row is, and several are, as they are counted above the list: `case`, `cases`. */
  counted: readonly [one: string, more: string]
  /** Made anew for each request, since the definitions are put to use after this is declared. */
  filters(request: Request): F
  columns(request: Request): readonly ListColumn<Row>[] | Promise<readonly ListColumn<Row>[]>
  source: ListSource<Row>
  /** The source where what was chosen brings more to a row, and more to sort by; undefined for the usual one. */
  sourceFor?(chosen: Chosen<F>): ListSource<Row> | undefined
  sorting: Sorting
  /**
   * What the list is narrowed to and sorted by when it is opened at its bare address, as an address says it; a person's own
   * view to open with goes before it. What addresses and kept views say stays what they mean: `sorting` holds for them.
   */
  opensAt?(request: Request): URLSearchParams
  /**
   * Rows that stand as one on a page, such as the children of one session: those with the same key. Undefined for a row that
   * stands alone. Counts and exports keep every row.
   */
  standsWith?(row: Row): string | undefined
  /** What the filters come to, within what the person may see; what cannot be asked in SQL is worked out first. */
  narrow(chosen: Chosen<F>, request: Request): readonly RawBuilder<boolean>[] | Promise<Narrowed<Row>>
  /** The child that a row is about: the audit keeps that it was seen, in these words. */
  about?: { childOf(row: Row): string | null; seen: string }
  /** What the audit says of the page where it is about no child; otherwise `about` says it. */
  why?: string
  /** What stands in place of the table while there is nothing to list; where a filter leaves everything out, that is said instead. */
  empty: { title: string; words: string }
  /** What stands between the heading and the list. */
  intro?(request: Request): Promise<ComponentChildren>
  /** What stands below the list. */
  below?(request: Request): Promise<ComponentChildren>
  above?: PageAnswer['above']
}
