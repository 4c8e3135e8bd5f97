import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** The files in a zip, in their order, as text. */
export async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString())
  }
  return files
}

/** A cell as another program finds it: of what kind, and what stands in it. Empty ones are left out. */
export type ReadCell = { kind: string; value: string }

/** The rows of an Excel file, its texts looked up where it keeps them. */
export async function readXlsx(bytes: Buffer): Promise<ReadCell[][]> {
  const files = await unzip(bytes)
  const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>/gs)]
  const rows = (files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row[^>]*>(.*?)<\/row>/gs)
  return [...rows].map(([, row = '']) =>
    [...row.matchAll(/<c([^>]*)>(?:<is>)?<[vt][^>]*>(.*?)<\/[vt]>/g)].map(([, said = '', value = '']) => {
      const isText = / t="(s|inlineStr)"/.test(said)
      return {
        kind: isText ? 'text' : 'number',
        value: said.includes(' t="s"') ? (texts[Number(value)]?.[1] ?? '') : value,
      }
    }),
  )
}

/** The rows of an OpenDocument file. */
export async function readOds(bytes: Buffer): Promise<ReadCell[][]> {
  const content = (await unzip(bytes)).get('content.xml') ?? ''
  return [...content.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [
      ...row.matchAll(
        /office:value-type="(\w+)"(?: office:(?:date-)?value="([^"]*)")?><text:p>(.*?)<\/text:p>/g,
      ),
    ].map(([, kind = '', value, text = '']) => ({ kind, value: value ?? text })),
  )
}
