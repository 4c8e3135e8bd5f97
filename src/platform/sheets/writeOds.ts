import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { columnWidths } from './columnWidths.ts'
import { type Sheet, type SheetCell, withoutControls } from './sheet.ts'

const type = 'application/vnd.oasis.opendocument.spreadsheet'

/**
 * A sheet as an OpenDocument spreadsheet. Texts are texts, never formulas; dates are dates.
 * Source: OASIS, Open Document Format for Office Applications 1.3, part 2 (packages, section 3.3: the file `mimetype` comes first and is
 * not compressed) and part 3 (sections 9.1 and 19.385).
 */
export function writeOds(sheet: Sheet): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(type), 'mimetype', { compress: false })
  zip.addBuffer(Buffer.from(manifest), 'META-INF/manifest.xml')
  zip.addBuffer(Buffer.from(contentOf(sheet)), 'content.xml')
  zip.end()
  return buffer(zip.outputStream)
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

const manifest = `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
`

const namespaces = ['office', 'table', 'text', 'style']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  )
  .join(' ')

const day =
  '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
const time =
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'

/** About as much as a character takes in the usual size of a spreadsheet, in centimetres. */
const ofCharacter = 0.2

const styles = (widths: readonly number[]) => `<office:automatic-styles>
<number:date-style style:name="day">${day}</number:date-style>
<number:date-style style:name="moment">${day}${time}</number:date-style>
<number:number-style style:name="about"><number:text>about </number:text><number:number number:min-integer-digits="1"/></number:number-style>
${widths.map((width, column) => `<style:style style:name="column-${column}" style:family="table-column"><style:table-column-properties style:column-width="${(width * ofCharacter).toFixed(1)}cm"/></style:style>`).join('\n')}
<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="as-day" style:family="table-cell" style:data-style-name="day"/>
<style:style style:name="as-about" style:family="table-cell" style:data-style-name="about"/>
<style:style style:name="as-moment" style:family="table-cell" style:data-style-name="moment"/>
</office:automatic-styles>`

function contentOf({ title, headings, rows }: Sheet): string {
  const row = (cells: readonly string[]) => `<table:table-row>${cells.join('')}</table:table-row>\n`
  const widths = columnWidths({ headings, rows })
  const columns = widths
    .map((_, column) => `<table:table-column table:style-name="column-${column}"/>`)
    .join('')
  return `${head}<office:document-content ${namespaces} office:version="1.3">
${styles(widths)}
<office:body><office:spreadsheet><table:table table:name="${escapeXml(title)}">
${columns}
<table:table-header-rows>${row(headings.map(heading => textCell(heading, 'heading')))}</table:table-header-rows>
${rows.map(cells => row(cells.map(cellOf))).join('')}</table:table></office:spreadsheet></office:body>
</office:document-content>
`
}

function cellOf(cell: SheetCell): string {
  if (cell === null || cell === '') return '<table:table-cell/>'
  if (typeof cell === 'string') return textCell(cell)
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  if ('about' in cell)
    return `<table:table-cell table:style-name="as-about" office:value-type="float" office:value="${cell.about}"><text:p>about ${cell.about}</text:p></table:table-cell>`
  const style = cell instanceof Temporal.PlainDateTime ? 'as-moment' : 'as-day'
  return `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
}

/** Every line a paragraph of its own. */
function textCell(text: string, style?: string): string {
  const styled = style === undefined ? '' : ` table:style-name="${style}"`
  const lines = text.split(/\r\n|\r|\n/).map(line => `<text:p>${escapeXml(line)}</text:p>`)
  return `<table:table-cell${styled} office:value-type="string">${lines.join('')}</table:table-cell>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, sign => entities[sign] ?? sign)
}
