export { type FileFault, type FileRows, moreCells, readFileRows, unreadable } from './readRows.ts'
export {
  isSheetFormat,
  type Sheet,
  type SheetCell,
  type SheetFormat,
  sheetFormats,
  withoutControls,
} from './sheet.ts'
export { writeSheet } from './writeSheet.ts'
