import type { Sheet, SheetCell } from './sheet.ts'

/** Rows that are looked at: a wider cell further down does not make a file slow. */
const looked = 200

/** How wide each column is to be, in characters: as its widest cell, within what can be read beside the others. */
export function columnWidths({ headings, rows }: Pick<Sheet, 'headings' | 'rows'>): number[] {
  return headings.map((heading, column) => {
    const cells = rows.slice(0, looked).map(row => lengthOf(row[column] ?? ''))
    return Math.min(60, Math.max(12, heading.length + 2, ...cells.map(length => length + 2)))
  })
}

/** How much room a cell takes. A moment that does not fit is shown as a row of crosses, not cut off. */
function lengthOf(cell: SheetCell): number {
  if (typeof cell === 'string') return cell.length
  return cell instanceof Temporal.PlainDateTime ? '27/03/2026 16:00'.length : 0
}
