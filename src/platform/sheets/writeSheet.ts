import type { Sheet, SheetFormat } from './sheet.ts'
import { writeCsv } from './writeCsv.ts'
import { writeOds } from './writeOds.ts'
import { writeXlsx } from './writeXlsx.ts'

/** A sheet as the bytes of a file, and of what type they are. */
export type SheetFile = { bytes: Buffer; type: string }

/** Writes a sheet as a file of that kind. */
export async function writeSheet(sheet: Sheet, format: SheetFormat): Promise<SheetFile> {
  switch (format) {
    case 'csv':
      return { bytes: writeCsv(sheet), type: 'text/csv; charset=utf-8' }
    case 'xlsx':
      return {
        bytes: await writeXlsx(sheet),
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }
    case 'ods':
      return { bytes: await writeOds(sheet), type: 'application/vnd.oasis.opendocument.spreadsheet' }
  }
}
