import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { rolesWith } from '../../platform/access/index.ts'
import { isSheetFormat, sheetFormats } from '../../platform/sheets/index.ts'
import { Above } from './Above.tsx'
import { exportConditions, exportSource, hasExported, type ListedExport } from './exportListQueries.ts'
import { exportsPath } from './paths.ts'

const filters = () =>
  ({
    person: {
      kind: 'person',
      label: 'Who',
      any: 'Anybody',
      roles: rolesWith('lists.export'),
      orRecorded: hasExported,
    },
    taken: { kind: 'days', label: 'Exported' },
  }) as const satisfies ListFilters

/** The title of the list, as the audit has it in quotation marks. */
const listOf = ({ purpose, list }: ListedExport) => /“(.+)”/.exec(purpose)?.[1] ?? list

/** What it was narrowed to; of exports from before the words were kept, as it stood in the address. */
function narrowedTo({ words, filter }: ListedExport): string {
  if (words !== null) return words || 'Nothing: the whole list'
  return filter === '' ? 'Nothing was chosen' : `Kept in the words of the address: ${filter}`
}

const formatOf = ({ format }: ListedExport) => (isSheetFormat(format) ? sheetFormats[format] : format)

function columns(): ListColumn<ListedExport>[] {
  return [
    {
      key: 'at',
      heading: 'When',
      isRowHeader: true,
      cell: it => writeMoment(it.at, ukZone),
      exports: it => it.at.toZonedDateTimeISO(ukZone).toPlainDateTime(),
    },
    { key: 'person', heading: 'Who', cell: it => <bdi>{it.person}</bdi>, exports: it => it.person },
    { key: 'list', heading: 'List', cell: listOf, exports: listOf },
    { key: 'narrowed', heading: 'What it held', cell: narrowedTo, exports: narrowedTo },
    {
      key: 'rows',
      heading: 'Rows',
      isNumeric: true,
      cell: it => it.rows.toLocaleString('en-GB'),
      exports: it => it.rows,
    },
    { key: 'format', heading: 'As', cell: formatOf, exports: formatOf },
  ]
}

/** Who took which list out of the program, the newest first. */
export const exportsRoutes = listPage({
  path: exportsPath,
  permission: 'exports.see',
  title: 'Exported lists',
  caption: 'Exported lists',
  counted: ['export', 'exports'],
  filters,
  columns,
  source: exportSource,
  sorting: { key: 'at', direction: 'descending' },
  narrow: ({ person, taken }) => exportConditions({ person, days: taken }),
  why: 'shows who exported which list, not what was in it',
  empty: {
    title: 'No exports',
    words: 'Whoever exports a list as a file stands here, with what the list held.',
  },
  intro: async () => (
    <p class="govuk-body">
      A list that was exported is in somebody’s own hands. The audit keeps who took which, and it cannot be
      changed here.
    </p>
  ),
  above: <Above />,
})
