/** A number that nobody is sure of: read as “about 14”, and counted as 14. */
export type About = { readonly about: number }

/** What stands in one place of a sheet; null where nothing does. A moment is as the clock on the wall said it. */
export type SheetCell = string | number | About | Temporal.PlainDate | Temporal.PlainDateTime | null

/** A table to be read by another program: its name, its headings and its rows, each as long as the headings. */
export type Sheet = {
  title: string
  headings: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** The kinds of file that a sheet is written as, with the words for them. */
export const sheetFormats = {
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  ods: 'OpenDocument (ODS)',
} as const

export type SheetFormat = keyof typeof sheetFormats

/** Whether a word names a kind of file. */
export function isSheetFormat(word: string): word is SheetFormat {
  return Object.hasOwn(sheetFormats, word)
}

/** Characters that XML cannot hold at all, whatever is done to them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are meant
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** A text as a spreadsheet's file can hold it. */
export function withoutControls(text: string): string {
  return text.replace(notInXml, '')
}
