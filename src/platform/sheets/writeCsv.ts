import { stringify } from 'csv-stringify/sync'
import type { Sheet, SheetCell } from './sheet.ts'

/**
 * A sheet as CSV (RFC 4180): UTF-8 with the mark by which Excel knows it, dates as yyyy-mm-dd. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it, after OWASP, “CSV Injection”: somebody may have typed it into a
 * form in order to be run here.
 */
export function writeCsv({ headings, rows }: Sheet): Buffer {
  const records = [headings, ...rows].map(row => row.map(plain))
  return Buffer.from(stringify(records, { bom: true, record_delimiter: 'windows' }))
}

/** What a spreadsheet takes for the beginning of a formula, also in full width and after white space. */
const beginsFormula = /^[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function plain(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return beginsFormula.test(cell) ? `'${cell}` : cell
  if (cell instanceof Temporal.PlainDateTime)
    return cell.toString({ smallestUnit: 'minute' }).replace('T', ' ')
  if (typeof cell === 'object' && 'about' in cell) return `about ${cell.about}`
  return String(cell)
}
