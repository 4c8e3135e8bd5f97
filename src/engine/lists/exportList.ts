import { type Role, reachOf } from '../../platform/access/index.ts'
import { type Answer, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { isSheetFormat, type SheetCell, writeSheet } from '../../platform/sheets/index.ts'
import { addressWith, narrowed, readAsked, sourceOf } from './asked.ts'
import type { ListDeclaration } from './declaration.ts'
import { narrowedWords } from './FilterPanel.tsx'
import type { ListFilters } from './filter.ts'
import { readRows } from './pageQueries.ts'
import { readPeople, recordExport } from './viewQueries.ts'

/** As many rows as an export holds: the file is made in memory, and every child in it is written down as seen. */
export const mostExported = 10_000

/** Whether somebody with these roles may export lists that they may see. */
export function mayExport(roles: readonly Role[]): boolean {
  return reachOf('lists.export', roles) !== undefined
}

/**
 * Everything that a list's filter finds, within what the person may see, as a file. Its filter stands in the form, since
 * what is exported is what the page has shown.
 */
export async function exportList<Row extends { id: string }, F extends ListFilters>(
  declared: ListDeclaration<Row, F>,
  request: Request,
): Promise<Answer> {
  const format = request.sent.one('format')
  if (!isSheetFormat(format)) return notFound
  const people = await readPeople(request.tx, declared.filters(request))
  const query = new URLSearchParams(request.sent.one('query'))
  const asked = await readAsked(declared, query, request, async () => people)
  const narrow = await narrowed(declared, asked, request)
  const rows = await readRows(
    request.tx,
    sourceOf(declared, asked.choices),
    {
      sort: asked.sorting.key,
      isDescending: asked.sorting.direction === 'descending',
      conditions: narrow.conditions,
    },
    mostExported + 1,
  )
  if (rows.length > mostExported)
    return turnBack(
      addressWith(declared, asked.query),
      `Nothing was exported: there are more than ${mostExported.toLocaleString('en-GB')} rows. Narrow the list with the filter first.`,
    )
  const { about } = declared
  if (about) {
    const children = rows.map(row => about.childOf(row)).filter(id => id !== null)
    request.seen(children, `In an export of the list “${declared.title}”`)
  }
  const { path, title } = declared
  const words = narrowedWords(asked, people)
  const details = { list: path.pattern, filter: asked.query, words, rows: rows.length, format }
  await recordExport(request.tx, `Exported the list “${title}”`, details)
  const columns = [...(await declared.columns(request)), ...narrow.columns].filter(column => column.exports)
  const sheet = {
    title,
    headings: columns.map(({ heading }) => heading),
    rows: rows.map(row => columns.map((column): SheetCell => column.exports?.(row) ?? null)),
  }
  const { bytes, type } = await writeSheet(sheet, format)
  return { kind: 'file', name: `${fileName(title)}-${request.today}.${format}`, type, bytes }
}

function fileName(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, '-')
}
