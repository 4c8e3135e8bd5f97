import { CsvError, parse } from 'csv-parse/sync'
import { ok, type Result, refused } from '../../kernel/result.ts'

/** A file of rows, as text, with the columns by the names that we know. */
export type FileRows = {
  encoding: string
  /** Headings in the file that we do not know, as they stand there: their cells are not read. */
  unknown: string[]
  rows: { number: number; cells: Record<string, string> }[]
}

/** Why a file cannot be taken in at all, in words that say what to do. */
export type FileFault = string

const mostRows = 50_000

/** Stands for a character that could not be read. */
export const unreadable = '\ufffd'

/** Under this name a row keeps the cells that no column stands over. */
export const moreCells = 'more_cells'

/**
 * Reads the bytes of a CSV file. Takes UTF-8, UTF-16 (with or without a mark at the start) and Windows-1252, with
 * commas, semicolons or tabs between cells: whatever a spreadsheet on a police computer writes.
 * @param columns the names of the columns, as they stand in the first line; each with whether it must be there
 */
export function readFileRows(
  bytes: Uint8Array,
  columns: Readonly<Record<string, boolean>>,
): Result<FileRows, FileFault> {
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return refused('The file is empty. Choose the file with the rows in it')
  const noughts = text.split('\0').length - 1
  if (noughts > text.length / 100 || ['PK', '%PDF', 'ÐÏ'].some(mark => text.startsWith(mark))) {
    return refused(
      'This is not a CSV file. In the spreadsheet choose “Save as” and then “CSV”, and send that file',
    )
  }
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  )
  let records: string[][]
  const numbers: number[] = []
  try {
    // A character that cannot be kept is marked, and its row is mended by hand.
    records = parse(text.replaceAll('\0', unreadable), {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // A quotation mark within a cell is a nickname or an inch; only at its beginning does it open one.
      relax_quotes: true,
      trim: true,
      // As a spreadsheet numbers them: a row of several lines is one, an empty one counts, the names of the columns are 1.
      on_record: (record: string[], { records: read, empty_lines }) => {
        numbers.push(read + empty_lines)
        return record
      },
    })
  } catch (fault) {
    return refused(explain(fault))
  }
  const [head = [], ...rest] = records
  const names = head.map(columnName)
  const missing = Object.entries(columns).filter(([name, isNeeded]) => isNeeded && !names.includes(name))
  if (missing.length > 0) {
    const list = missing.map(([name]) => name).join(', ')
    return refused(
      `The first line of the file must name the columns. These are missing: ${list}. The example file shows them all`,
    )
  }
  const twice = names.find((name, index) => name in columns && names.indexOf(name) !== index)
  if (twice) return refused(`The column ${twice} is there twice. Take one of them out`)
  // A line of nothing but commas is an empty one: spreadsheets leave them at the foot.
  const rows = rest.flatMap((record, index) =>
    record.every(cell => cell === '')
      ? []
      : [{ number: numbers[index + 1] ?? index + 2, cells: cellsOf(record, names, columns) }],
  )
  if (rows.length === 0) return refused('The file has column names but no rows')
  if (rows.length > mostRows)
    return refused(
      `The file has ${rows.length.toLocaleString('en-GB')} rows. Send at most ${mostRows.toLocaleString('en-GB')} at a time`,
    )
  return ok({ encoding, unknown: head.filter((_, place) => !((names[place] ?? '') in columns)), rows })
}

/** The cells of a row by the names of their columns, those that we know. */
function cellsOf(
  record: readonly string[],
  names: readonly string[],
  columns: Readonly<Record<string, boolean>>,
): Record<string, string> {
  const known = names.flatMap((name, place) => (name in columns ? [[name, record[place] ?? '']] : []))
  return { ...Object.fromEntries(known), ...leftOver(record, names.length) }
}

/** What stands beyond the last column, if anything does: a comma inside a cell, most often. */
function leftOver(record: readonly string[], columns: number): Record<string, string> {
  const more = record.slice(columns).filter(cell => cell !== '')
  return more.length > 0 ? { [moreCells]: more.join(', ') } : {}
}

/** “Date of Birth” and “DATE_OF_BIRTH” are the column date_of_birth. */
function columnName(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b] = bytes
  const as = (encoding: string) => ({ text: new TextDecoder(encoding).decode(bytes), encoding })
  if (a === 0xff && b === 0xfe) return as('utf-16le')
  if (a === 0xfe && b === 0xff) return as('utf-16be')
  // Without a mark: in UTF-16 every other byte of plain Latin text is nought.
  const start = bytes.subarray(0, 200)
  const noughts = (odd: number) => start.filter((byte, index) => index % 2 === odd && byte === 0).length
  if (start.length > 20 && noughts(1) > start.length / 4) return as('utf-16le')
  if (start.length > 20 && noughts(0) > start.length / 4) return as('utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return as('windows-1252')
  }
}

function explain(fault: unknown): FileFault {
  if (!(fault instanceof CsvError)) throw fault
  const row = typeof fault.lines === 'number' ? ` near row ${fault.lines}` : ''
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED') {
    return `The file ends in the middle of a cell${row}. It may have been cut off on the way. Nothing has been taken in: fetch it again and send it whole`
  }
  return `The file cannot be read as CSV${row}: a quotation mark stands where it should not. Save it as CSV again from the spreadsheet`
}
