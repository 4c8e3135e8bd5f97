import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { columnWidths } from './columnWidths.ts'
import { type Sheet, writeSheet } from './index.ts'
import { readOds, readXlsx, unzip } from './sheets.testkit.ts'

const day = Temporal.PlainDate.from('2026-03-29')
const moment = Temporal.PlainDateTime.from('2026-03-29T01:30')
const sheetOf = (...row: Sheet['rows'][number]): Sheet => ({
  title: 'Open cases: all/some',
  headings: row.map((_, index) => `Column ${index}`),
  rows: [row],
})

const csvOf = async (...row: Sheet['rows'][number]) => {
  const { bytes } = await writeSheet(sheetOf(...row), 'csv')
  return parse(bytes, { bom: true }) as string[][]
}

describe('CSV', () => {
  it('keeps dates, moments, numbers and what was left empty', async () => {
    expect((await csvOf(day, moment, -3, null, 'Zoë, “Z”\nnew line'))[1]).toEqual([
      '2026-03-29',
      '2026-03-29 01:30',
      '-3',
      '',
      'Zoë, “Z”\nnew line',
    ])
  })

  test.each(['=1+1', '+44 1632', '-2', '@SUM(A1)', ' =1', '\t=1', '\u200b=1', '＝1', '\r=1'])(
    'does not let a spreadsheet run %j',
    async text => {
      expect((await csvOf(text))[1]?.[0]).toBe(`'${text}`)
    },
  )

  it('leaves every other text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async text => {
        const [, row] = await csvOf(`a${text}`)
        expect(row?.[0]).toBe(`a${text}`)
      }),
      { numRuns: 100 },
    )
  })
})

describe('OpenDocument', () => {
  it('says first, and not compressed, what it is', async () => {
    const { bytes } = await writeSheet(sheetOf('a'), 'ods')
    // A local file header takes 30 bytes; then its name and, stored as it is, its content.
    expect(bytes.subarray(30, 38).toString()).toBe('mimetype')
    expect(bytes.subarray(38, 84).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet')
    expect([...(await unzip(bytes)).keys()]).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml'])
  })

  it('has dates as dates, numbers as numbers, and no formula', async () => {
    const { bytes } = await writeSheet(sheetOf(day, moment, 2, '=1+1', 'A & <b>'), 'ods')
    const content = (await unzip(bytes)).get('content.xml') ?? ''
    expect(content).toContain('office:value-type="date" office:date-value="2026-03-29"')
    expect(content).toContain('office:date-value="2026-03-29T01:30:00"')
    expect(content).toContain('office:value-type="float" office:value="2"')
    expect(content).toContain('office:value-type="string"><text:p>=1+1</text:p>')
    expect(content).toContain('A &amp; &lt;b&gt;')
    expect(content).not.toContain('table:formula')
  })
})

test('a column is as wide as what stands in it: a moment is not shown as crosses, and a long text fills no screen', () => {
  const headings = ['When', 'Note', 'A heading that is long']
  expect(columnWidths({ headings, rows: [[moment, 'a'.repeat(200), 1]] })).toEqual([18, 60, 24])
  expect(columnWidths({ headings, rows: [] })).toEqual([12, 12, 24])
})

test('the columns of an OpenDocument spreadsheet have their widths', async () => {
  const { bytes } = await writeSheet(sheetOf(moment), 'ods')
  const content = (await unzip(bytes)).get('content.xml') ?? ''
  expect(content).toContain('<style:table-column-properties style:column-width="3.6cm"/>')
  expect(content).toContain('<table:table-column table:style-name="column-0"/>')
})

describe('Excel', () => {
  it('has dates as dates, texts as texts, and no formula', async () => {
    const { bytes } = await writeSheet(sheetOf(day, moment, '=1+1'), 'xlsx')
    const files = await unzip(bytes)
    const rows = files.get('xl/worksheets/sheet1.xml') ?? ''
    // Days since 30 December 1899: 29 March 2026 is the 46,110th, in whatever zone this runs.
    expect(rows).toContain('<v>46110</v>')
    expect(rows).toContain('<v>46110.0625</v>')
    expect(rows).not.toContain('<f>')
    expect(files.get('xl/sharedStrings.xml')).toContain('=1+1')
  })
})

describe('a file read back', () => {
  const row = [day, moment, 14, { about: 15 }, -3.5, '14', '2026-03-29', '=1+1', null] as const

  it('has in Excel a number for each number and date, and a text for each text, whatever it looks like', async () => {
    const { bytes } = await writeSheet(sheetOf(...row), 'xlsx')
    const [, cells] = await readXlsx(bytes)
    expect(cells?.map(({ kind }) => kind)).toEqual([...Array(5).fill('number'), ...Array(3).fill('text')])
    expect(cells?.map(({ value }) => value)).toEqual([
      ...['46110', '46110.0625', '14', '15', '-3.5'],
      ...['14', '2026-03-29', '=1+1'],
    ])
    const styles = (await unzip(bytes)).get('xl/styles.xml') ?? ''
    expect(styles).toContain('dd/mm/yyyy hh:mm')
    expect(styles).toContain('&quot;about &quot;0')
  })

  it('has in OpenDocument the same', async () => {
    const { bytes } = await writeSheet(sheetOf(...row), 'ods')
    const [, cells] = await readOds(bytes)
    expect(cells).toEqual([
      { kind: 'date', value: '2026-03-29' },
      { kind: 'date', value: '2026-03-29T01:30:00' },
      { kind: 'float', value: '14' },
      { kind: 'float', value: '15' },
      { kind: 'float', value: '-3.5' },
      { kind: 'string', value: '14' },
      { kind: 'string', value: '2026-03-29' },
      { kind: 'string', value: '=1+1' },
    ])
  })

  it('has in CSV what is not sure in words', async () => {
    expect((await csvOf({ about: 15 }, 14))[1]).toEqual(['about 15', '14'])
  })
})

test('a text with characters that no spreadsheet can hold is written without them', async () => {
  for (const format of ['xlsx', 'ods'] as const) {
    const files = await unzip((await writeSheet(sheetOf('a\u0000\u0008b\ud800c'), format)).bytes)
    expect([...files.values()].join('')).toContain('abc')
  }
})
