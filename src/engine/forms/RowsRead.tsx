import { Table } from '../../ui/govuk/index.ts'
import type { RowsTable } from './answerWords.ts'

/** Rows that were answered, as a small table: for where a form is read. */
export function RowsRead({ table: { caption, columns, rows } }: { table: RowsTable }) {
  return (
    <Table
      classes="tl-rows-read"
      caption={caption}
      captionClasses="govuk-visually-hidden"
      head={columns.map(text => ({ text }))}
      rows={rows.map(row =>
        row.map(words => ({
          text: (
            <span class="tl-keep-lines" dir="auto">
              {words}
            </span>
          ),
        })),
      )}
    />
  )
}
