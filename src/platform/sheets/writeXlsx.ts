import writeExcelFile, { type Cell } from 'write-excel-file/node'
import { columnWidths } from './columnWidths.ts'
import { type Sheet, type SheetCell, withoutControls } from './sheet.ts'

/** A sheet as an Excel file. Texts are texts, never formulas; dates are dates. */
export function writeXlsx({ title, headings, rows }: Sheet): Promise<Buffer> {
  const head: Cell[] = headings.map(heading => ({ value: heading, type: String, fontWeight: 'bold' }))
  return writeExcelFile([head, ...rows.map(row => row.map(typed))], {
    sheet: tabName(title),
    stickyRowsCount: 1,
    columns: columnWidths({ headings, rows }).map(width => ({ width })),
  }).toBuffer()
}

function typed(cell: SheetCell): Cell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: withoutControls(cell), type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if ('about' in cell) return { value: cell.about, type: Number, format: '"about "0' }
  const isMoment = cell instanceof Temporal.PlainDateTime
  // The library counts days in UTC: what the wall said is handed over as if it had been said there.
  const wall = isMoment ? cell : cell.toPlainDateTime()
  return {
    value: new Date(wall.toZonedDateTime('UTC').epochMilliseconds),
    type: Date,
    format: isMoment ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy',
  }
}

/** A tab holds no more than 31 characters, and not all of them. */
function tabName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}
