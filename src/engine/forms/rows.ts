import type { Answer, CellField, Row, RowsField } from './field.ts'
import type { Typed } from './readForm.ts'

/** Under this name a button says that a row is to be added or taken away: nothing is saved by it. */
export const rowsName = '_rows'

/** The name under which a cell of a row is typed. */
export const cellName = (field: string, row: string, column: string) => `${field}-${row}-${column}`

/** The button that adds a row to a question, and the one that takes a row away. */
export const addRow = (field: string) => `${field} add`
export const removeRow = (field: string, row: string) => `${field} remove ${row}`

/** The numbers of the rows that a page holds, in their order; one empty row where there is none. */
export function rowsIn(field: string, typed: Typed): string[] {
  const rows = [typed[field] ?? []].flat().filter(row => /^\d{1,4}$/.test(row))
  return rows.length === 0 ? ['1'] : [...new Set(rows)]
}

/** Every cell of a question as the page holds it: its name, its row counted from 1, its column. */
export function cellsIn(
  field: string,
  { columns }: RowsField,
  typed: Typed,
): { name: string; place: number; column: string; cell: CellField }[] {
  return rowsIn(field, typed).flatMap((row, index) =>
    Object.entries(columns).map(([column, cell]) => ({
      name: cellName(field, row, column),
      place: index + 1,
      column,
      cell,
    })),
  )
}

/** Where whoever pressed the button goes on: the row that was added, or the one that stands where another was taken away. */
export function rowToGoTo(asked: string, typed: Typed): { field: string; row: string } | undefined {
  const [field = '', what] = asked.split(' ')
  const rows = rowsIn(field, typed)
  const row = what === 'add' ? rows.at(-1) : rows[0]
  return row === undefined ? undefined : { field, row }
}

/** What was typed, with a row more or a row less, as a button asked. The numbers of rows stay what they are. */
export function withRows(
  typed: Typed,
  fields: Readonly<Record<string, { kind: string }>>,
  asked: string,
): Typed {
  const [field = '', what, which] = asked.split(' ')
  if (fields[field]?.kind !== 'rows') return typed
  const rows = rowsIn(field, typed)
  switch (what) {
    case 'add':
      return { ...typed, [field]: [...rows, String(Math.max(...rows.map(Number)) + 1)] }
    case 'remove': {
      const left = rows.filter(row => row !== which)
      return { ...typed, [field]: left.length === 0 ? [String(Math.max(...rows.map(Number)) + 1)] : left }
    }
    default:
      return typed
  }
}

/** The rows of an answer that is rows; none for any other. */
export function rowsOf(answer: Answer | undefined): readonly Row[] {
  return Array.isArray(answer) ? answer.filter((each): each is Row => typeof each === 'object') : []
}
