export {
  isSheetFormat,
  type Sheet,
  type SheetCell,
  type SheetFormat,
  sheetFormats,
  withoutControls,
} from './sheet.ts'
export { writeSheet } from './writeSheet.ts'
