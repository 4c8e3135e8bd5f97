import type { RawBuilder } from 'kysely'

/**
 * Where the rows of a list come from, as parts of one query. The id is a version 7 uuid and belongs to one row only;
 * what the list can be sorted by is never null and has an index that begins with service_id, goes on with it, and ends
 * with the id.
 */
export type ListSource<Row extends { id: string }> = {
  /** The columns of a row under their names in the program, `id` among them. */
  readonly columns: RawBuilder<Row>
  /** The tables, joined, with their aliases. */
  readonly from: RawBuilder<unknown>
  /** That a row is of this service, on every table joined by more than its key. */
  readonly where: RawBuilder<boolean>
  readonly id: RawBuilder<string>
  /** What the list can be sorted by, under the key of the column whose heading sorts by it. */
  readonly sorts: Readonly<Record<string, RawBuilder<unknown>>>
}
