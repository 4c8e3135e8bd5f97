import { askedNames, type Form, jsonName } from '../../engine/forms/index.ts'
import { SummaryList, Tag } from '../../ui/govuk/index.ts'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import type { ImportProgress, ImportRow } from './importQueries.ts'
import type { AskedRoute } from './notification.form.ts'
import { arrivalPath, dropRowPath, importRowPath, takeBackRowPath } from './paths.ts'
import { nameIn } from './readRow.ts'

/** The cells of a row that hold something, as they stood in the file, in the order of the questions. */
export function AsItCame({ cells, form }: Pick<ImportRow, 'cells'> & { form: Form }) {
  const asked = askedNames(form).map(({ name, label }) => ({ column: jsonName(name), label }))
  const known = asked.map(({ column }) => column)
  const more = Object.keys(cells).filter(column => !known.includes(column))
  const rows = [...asked, ...more.map(column => ({ column, label: column }))].filter(
    ({ column }) => (cells[column] ?? '') !== '',
  )
  return (
    <SummaryList
      rows={rows.map(({ column, label }) => ({ key: label, value: <bdi>{cells[column]}</bdi> }))}
    />
  )
}

type TableGiven = { title: string; rows: ImportRow[]; it: ImportProgress; by: AskedRoute; csrfToken: string }

/** Rows of a file that are in one state, each with what to know of it and what can be done. */
export function RowTable({ title, rows, it, by, csrfToken }: TableGiven) {
  return (
    <SortableTable
      id={`rows-${rows[0]?.state}`}
      caption={title}
      rows={rows}
      rowKey={row => String(row.rowNumber)}
      columns={[
        { key: 'row', heading: 'Row', isRowHeader: true, cell: row => `Row ${row.rowNumber}` },
        {
          key: 'name',
          heading: 'Name',
          cell: ({ cells }) => <bdi>{nameIn(by, cells)}</bdi>,
        },
        { key: 'know', heading: 'What to know', cell: row => <Faults row={row} /> },
        {
          key: 'do',
          heading: 'What to do',
          cell: row => <WhatToDo row={row} it={it} csrfToken={csrfToken} />,
        },
      ]}
    />
  )
}

function Faults({ row }: { row: ImportRow }) {
  if (row.state === 'dropped') return <>{row.droppedReason}</>
  if (row.faults.length === 0) return <Tag classes="govuk-tag--grey">Nothing new</Tag>
  return (
    <ul class="govuk-list">
      {row.faults.map(fault => (
        <li key={fault.message}>{fault.message}</li>
      ))}
    </ul>
  )
}

function WhatToDo({ row, it, csrfToken }: { row: ImportRow; it: ImportProgress; csrfToken: string }) {
  const address = { importId: it.importId, row: String(row.rowNumber) }
  const ofRow = <span class="govuk-visually-hidden"> row {row.rowNumber}</span>
  if (row.state === 'dropped') {
    return (
      <form method="post" action={takeBackRowPath.to(address)}>
        <input type="hidden" name="_csrf" value={csrfToken} />
        <button type="submit" class="tl-link-button">
          Take back{ofRow}
        </button>
      </form>
    )
  }
  if (row.state !== 'failed') {
    return row.notificationId ? (
      <a class="govuk-link" href={arrivalPath.to({ notificationId: row.notificationId })}>
        See what came before{ofRow}
      </a>
    ) : null
  }
  return (
    <div class="tl-row-actions">
      <a class="govuk-link" href={importRowPath.to(address)}>
        Mend{ofRow}
      </a>
      <a class="govuk-link" href={dropRowPath.to(address)}>
        Leave out{ofRow}
      </a>
    </div>
  )
}
