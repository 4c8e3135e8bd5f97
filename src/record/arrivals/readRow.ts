import { sayingsOf } from '../../engine/arrivals/index.ts'
import {
  askedNames,
  type Field,
  type FieldError,
  type Form,
  jsonName,
  type Option,
  readForm,
  type Typed,
  typedDate,
} from '../../engine/forms/index.ts'
import { foldName } from '../../kernel/names.ts'
import { readDate } from '../../kernel/readDates.ts'
import { foldReference } from '../../kernel/reference.ts'
import { sentFrom } from '../../platform/http/index.ts'
import { moreCells, unreadable } from '../../platform/sheets/index.ts'
import { checkNotification, formulaErrors } from './checkNotification.ts'
import type { RowAbout } from './importQueries.ts'
import type { Arriving, AskedRoute } from './notification.form.ts'
import { namesIn } from './notificationQueries.ts'

export type RowRead = { ok: true; arriving: Arriving } | { ok: false; errors: FieldError[] }

/** A row's cells by the names of their columns. */
export type Cells = Readonly<Record<string, string>>

/** Between the answers of a cell where several may be given. */
const between = ';'

/** The columns of a file, each with whether it must be there: those that must be answered must. */
export function columnsOf(form: Form): Record<string, boolean> {
  return Object.fromEntries(askedNames(form).map(({ name, isNeeded }) => [jsonName(name), isNeeded]))
}

/** Reads a row of a file as if somebody had typed it on the page, and checks it in the same way. */
export function readRow(by: AskedRoute, cells: Cells, today: Temporal.PlainDate): RowRead {
  if (by.isGone) {
    const message = `Nothing comes by “${by.route.id}” any more: that way in is no longer among the definitions. Leave the row out, and record it by another`
    return { ok: false, errors: [{ field: wholeRow(by), message }] }
  }
  const more = cells[moreCells]
  if (more !== undefined) {
    const message = `This row has more cells than the file has columns (“${more}” is left over). Is there a comma inside a cell? Mend it here, or put quotation marks round the cell in the file`
    return { ok: false, errors: [{ field: wholeRow(by), message }] }
  }
  const read = readTyped(by, typedFromCells(by.form, cells), today)
  return read.ok ? read : { ok: false, errors: read.errors.map(error => naming(by.form, error)) }
}

/** In a row nothing stands beside the question: a mistake says which it is about. */
function naming(form: Form, { field, message }: FieldError): FieldError {
  const label = askedNames(form).find(({ name }) => name === field)?.field.label ?? ''
  const asked = label.replace(/[?:.]$/, '')
  return { field, message: message.includes(asked) ? message : `${asked}: ${message}` }
}

/** Reads what a file or a program sent, once it stands as it would have been typed. */
export function readTyped({ route, form }: AskedRoute, typed: Typed, today: Temporal.PlainDate): RowRead {
  const formulas = formulaErrors(form, typed)
  if (formulas.length > 0) return { ok: false, errors: formulas }
  const marked = askedNames(form).find(({ name }) => String(typed[name] ?? '').includes(unreadable))
  if (marked) {
    const message = `${marked.label}: a character in this cell could not be read. Type it anew`
    return { ok: false, errors: [{ field: marked.name, message }] }
  }
  const read = readForm(form, sentFrom(typed), today)
  if (!read.ok) return { ok: false, errors: read.errors }
  const arriving = { routeIn: route.id, form: route.form, answers: read.answers }
  const errors = checkNotification(arriving)
  return errors.length > 0 ? { ok: false, errors } : { ok: true, arriving }
}

/** The question at which a mistake about a whole row stands. */
export function wholeRow({ route: { form } }: Pick<AskedRoute, 'route'>): string {
  return form.says.reference ?? form.says['family-name']
}

/** Whom a row is about, as far as its cells can be read. */
export function aboutOf(by: AskedRoute, cells: Cells): RowAbout {
  const { text } = sayingsIn(by, cells)
  const isKnown = ['', 'known'].includes(foldName(text('birth-date-basis')))
  const born = readDate(isKnown ? text('birth-date') : '')
  return { names: namesIn({ text }), birthDate: born.ok ? born.value : undefined }
}

/** Under what a row is held while it is kept, as `keep_notification()` holds it: its reference, or else the child's name. */
export function heldBy(by: AskedRoute, cells: Cells): string {
  const { text } = sayingsIn(by, cells)
  return foldReference(text('reference')) || (namesIn({ text })[0] ?? '')
}

/** The name that a row gives the child, as it stands there. */
export function nameIn(by: AskedRoute, cells: Cells): string {
  const { text } = sayingsIn(by, cells)
  return `${text('given-name')} ${text('family-name')}`.trim()
}

function sayingsIn({ route, form }: AskedRoute, cells: Cells) {
  const answers = askedNames(form).map(({ name }) => [name, cells[jsonName(name)] ?? ''])
  return sayingsOf(route.form, Object.fromEntries(answers))
}

/** A row's cells as the questions hold them: a choice may stand there in its words. */
export function typedFromCells(form: Form, cells: Cells): Typed {
  return Object.fromEntries(
    askedNames(form).map(({ name, field, reasonFor }) => {
      const cell = cells[jsonName(name)] ?? ''
      return [name, reasonFor === undefined ? asTyped(field, cell) : cell]
    }),
  )
}

function asTyped(field: Field, cell: string): string | string[] {
  if (field.kind === 'date') {
    const read = readDate(cell)
    return read.ok ? typedDate(read.value) : cell
  }
  if (field.kind === 'choice') return asChoice(field.options, cell)
  if (field.kind !== 'choices') return cell
  const parts = cell.split(between).map(part => part.trim())
  return parts.filter(part => part !== '').map(part => asChoice(field.options, part))
}

/** In a file a choice may stand as its code or in its words, in any case: "Community Resolution" is 8. */
function asChoice(options: readonly Option[], cell: string): string {
  const said = foldName(cell)
  const isSaid = ({ value, label, also = [] }: Option) =>
    [value, label, ...also].some(words => foldName(words) === said)
  return options.find(isSaid)?.value ?? cell
}

/** Answers as a row of a file holds them: the way back from `typedFromCells`. */
export function cellsFrom(form: Form, typed: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    askedNames(form).map(({ name }) => {
      const value = typed[name]
      return [jsonName(name), Array.isArray(value) ? value.join(`${between} `) : String(value ?? '')]
    }),
  )
}
