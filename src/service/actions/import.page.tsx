import { writeDue } from '../../engine/actions/index.ts'
import { form, formPage } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { readFileRows } from '../../platform/sheets/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { importActions } from './importActions.ts'
import { findImport, insertImport } from './importQueries.ts'
import { actionImportPath, actionsPath, importActionsPath } from './paths.ts'
import { actionFileColumns, type ReadActionRow, readActionRows } from './readActionRows.ts'

const [shows, takes] = formPage({
  path: importActionsPath,
  permission: 'actions.keep',
  change: 'Sent a file of actions',
  load: async () => ok({}),
  form: () =>
    form({
      id: 'import-actions',
      fields: {
        file: {
          kind: 'file',
          label: 'The file',
          hint: 'A CSV file with the columns ref, source, action, owner, target and rag',
          required: 'Choose the file',
          accept: '.csv,text/csv,text/plain',
        },
      },
    }),
  title: () => 'Import actions',
  intro: () => <p class="govuk-body">Nothing is kept yet: the next page shows what was read, row by row.</p>,
  back: () => actionsPath.to(),
  submit: 'Read the file',
  async save({ tx, who, now }, { file }) {
    const read = readFileRows(file.bytes, actionFileColumns)
    if (!read.ok) return { kind: 'errors', errors: [{ field: 'file', message: read.reason }] }
    const { serviceId, userId: by } = who
    const importId = await insertImport(tx, {
      serviceId,
      name: file.name,
      rows: read.value.rows,
      by,
      at: now,
    })
    return redirect(actionImportPath.to({ importId }))
  },
})

/** What was read of the file, before any of it is kept. */
const keepRoutes = formPage({
  path: actionImportPath,
  permission: 'actions.keep',
  change: 'Kept the actions of a file',
  async load({ tx, params }) {
    const it = await findImport(tx, params.importId ?? '')
    return it ? ok({ it, read: readActionRows(it.rows, practiceInUse().actionSources) }) : refused(notFound)
  },
  form: () => form({ id: 'keep-actions', fields: {} }),
  title: ({ it }) => it.name,
  intro: ({ it, read }) => (
    <>
      <p class="govuk-body">
        {read.length} rows were read; {read.filter(({ kind }) => kind === 'action').length} can be kept.
        {it.keptAt && ' They have been kept: keeping them again adds nothing twice.'}
      </p>
      <Rows read={read} />
    </>
  ),
  back: () => importActionsPath.to(),
  submit: 'Keep what can be kept',
  async save({ tx, who: { serviceId, userId }, now, today }, _, { it }) {
    const { added, known } = await importActions(tx, it, { serviceId, userId, now, today })
    return redirect(actionsPath.to(), `Added: ${added}. In the register already: ${known}.`)
  },
})

function Rows({ read }: { read: readonly ReadActionRow[] }) {
  return (
    <SortableTable
      id="rows"
      caption="What was read"
      rows={read}
      rowKey={({ number }) => String(number)}
      columns={[
        { key: 'row', heading: 'Row', isRowHeader: true, cell: ({ number }) => number },
        { key: 'what', heading: 'Action', cell: it => (it.kind === 'action' ? it.said.what : '') },
        { key: 'owner', heading: 'Owner', cell: it => (it.kind === 'action' ? it.said.ownerWords : '') },
        { key: 'due', heading: 'Due is understood as', cell: understood },
        {
          key: 'mend',
          heading: 'To mend',
          cell: it => (it.kind === 'refused' ? `Column ${it.column}: ${it.remedy}` : ''),
        },
      ]}
    />
  )
}

function understood(it: ReadActionRow): string {
  if (it.kind === 'refused') return ''
  const { due } = it.said
  if (due.on) return `The day ${writeDue(due)}`
  return due.beginsOn
    ? `When it begins, and no day by which it is done: ${writeDue(due)}`
    : `Words, and no day: ${writeDue(due)}`
}

export const importRoutes = [shows, { ...takes, maxBytes: 4 * 1024 * 1024 }, ...keepRoutes]
