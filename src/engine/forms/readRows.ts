import type { Row, RowsField } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'
import { cellsIn } from './rows.ts'
import { asAnswer, mayBeEmpty, schemaOf } from './schemas.ts'

/** Reads a table of rows. A row with nothing in it is left out; what is wrong in another says which row it is. */
export function readRows(
  name: string,
  field: RowsField,
  typed: Typed,
  today: Temporal.PlainDate,
  isPartial: boolean,
): { rows: Row[]; errors: FieldError[] } {
  const errors: FieldError[] = []
  const byRow = Map.groupBy(cellsIn(name, field, typed), ({ place }) => place)
  const written = [...byRow.values()].filter(cells => cells.some(cell => typed[cell.name] !== ''))
  const rows = written.map(cells => {
    const row: Record<string, string | number> = {}
    for (const { name: at, place, column, cell } of cells) {
      const read = schemaOf(isPartial ? mayBeEmpty(cell) : cell, today).safeParse(typed[at])
      if (!read.success) {
        const message = read.error.issues[0]?.message ?? `Check ${cell.label.toLowerCase()}`
        errors.push({ field: at, message: `${field.one} ${place}: ${message}` })
        continue
      }
      const answer = asAnswer(read.data)
      if (typeof answer === 'string' || typeof answer === 'number') row[column] = answer
    }
    return row
  })
  if (rows.length > field.most) {
    const first = cellsIn(name, field, typed)[0]
    const message = `${field.label} There may be ${field.most} at most: take away ${rows.length - field.most}`
    errors.push({ field: first?.name ?? name, message })
  }
  if (!isPartial && field.required && rows.length === 0 && errors.length === 0)
    errors.push({ field: cellsIn(name, field, typed)[0]?.name ?? name, message: field.required })
  return { rows, errors }
}
