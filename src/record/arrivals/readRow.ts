import { sayingsOf } from '../../engine/arrivals/index.ts'
import { type Answers, type FieldError, type Fields, type Form, readForm } from '../../engine/forms/index.ts'
import { foldName } from '../../kernel/names.ts'
import { readDate } from '../../kernel/readDates.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { checkNotification, formulaErrors } from './checkNotification.ts'
import type { RowAbout } from './importQueries.ts'
import { fromPolice, policeForm } from './notification.form.ts'
import { namesIn } from './notificationQueries.ts'
import { moreCells, unreadable } from './readFile.ts'

export type RowRead = { ok: true; answers: Answers } | { ok: false; errors: FieldError[] }

/** The columns of the file: those that must be answered must be there. */
export function columnsOf(form: Form): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(form.fields).map(([name, field]) => [
      name.replaceAll('-', '_'),
      field.required !== undefined && field.appliesWhen === undefined,
    ]),
  )
}

/** Reads a row of a file as if somebody had typed it on the page, and checks it in the same way. */
export function readRow(form: Form, cells: Record<string, string>, today: Temporal.PlainDate): RowRead {
  const { fields } = form
  const formulas = formulaErrors(
    form,
    Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column.replaceAll('_', '-'), cell])),
  )
  if (formulas.length > 0) return { ok: false, errors: formulas }
  const marked = Object.entries(cells).find(([, cell]) => cell.includes(unreadable))
  if (marked) {
    const field = marked[0].replaceAll('_', '-')
    const message = `${fields[field]?.label ?? marked[0]}: a character in this cell could not be read. Type it anew`
    return { ok: false, errors: [{ field, message }] }
  }
  const more = cells[moreCells]
  if (more !== undefined) {
    const message = `This row has more cells than the file has columns (“${more}” is left over). Is there a comma inside a cell? Mend it here, or put quotation marks round the cell in the file`
    return { ok: false, errors: [{ field: policeForm().says.reference ?? '', message }] }
  }
  const typed = Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => {
      const name = column.replaceAll('_', '-')
      return [name, asChoice(fields, name, cell)]
    }),
  )
  const read = readForm(form, sentFrom(typed), today)
  if (!read.ok) return { ok: false, errors: read.errors }
  const { answers } = read
  const errors = checkNotification(fromPolice(answers))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers }
}

/** Whom a row is about, as far as its cells can be read. */
export function aboutOf(cells: Record<string, string>): RowAbout {
  const answers = Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column.replaceAll('_', '-'), cell]),
  )
  const { text } = sayingsOf(policeForm(), answers)
  const isKnown = ['', 'known'].includes(foldName(text('birth-date-basis')))
  const born = readDate(isKnown ? text('birth-date') : '')
  return { names: namesIn({ text }), birthDate: born.ok ? born.value : undefined }
}

const initialsOfSex: Readonly<Record<string, string>> = { m: '1', f: '2' }

/** In a file a choice may stand as its code or in its words, in any case: "Community Resolution" is 8. */
function asChoice(fields: Fields, name: string, cell: string): string {
  const field = fields[name]
  if (field?.kind !== 'choice') return cell
  const said = foldName(cell)
  const known = field.options.find(
    option => foldName(option.value) === said || foldName(option.label) === said,
  )
  if (known) return known.value
  return (
    (name === 'sex' && initialsOfSex[said]) ||
    (name === 'needs-interpreter' && { y: 'yes', n: 'no' }[said]) ||
    cell
  )
}
