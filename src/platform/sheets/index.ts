export { isSheetFormat, type Sheet, type SheetCell, type SheetFormat, sheetFormats } from './sheet.ts'
export { writeSheet } from './writeSheet.ts'
