import type { Sent } from '../../platform/http/index.ts'
import {
  type Answer,
  type Answers,
  applicable,
  type Field,
  type Fields,
  type Form,
  optionsOf,
  reasonKey,
  reasonName,
  type ValuesOf,
} from './field.ts'
import { readRows } from './readRows.ts'
import { cellsIn } from './rows.ts'
import { asAnswer, mayBeEmpty, schemaOf } from './schemas.ts'

/** What was typed, field by field, so that a page can show it again. A date in three boxes is "d/m/y". */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What is wrong with one field, in words that say what to do; and where, if it is put right on another page. */
export type FieldError = { field: string; message: string; href?: string }

export type Read<F extends Fields> =
  /** `values` for code that knows the form, `answers` as they are kept where the form is a definition. */
  | { ok: true; values: ValuesOf<F>; answers: Answers; typed: Typed }
  | { ok: false; errors: FieldError[]; typed: Typed }

/** Collects what was typed for a form's fields, and nothing else that was sent. */
export function typedFrom(form: Form, sent: Pick<Sent, 'one' | 'all'>): Typed {
  return Object.fromEntries(
    Object.entries(form.fields)
      .filter(([, field]) => field.kind !== 'file')
      .flatMap(([name, field]) => [
        [name, typedValue(name, field, sent)],
        ...typedCells(name, field, sent),
        ...optionsOf(field)
          .filter(option => option.needsReason)
          .map(option => [reasonName(name, option.value), sent.one(reasonName(name, option.value))]),
      ]),
  )
}

function typedValue(name: string, field: Field, sent: Pick<Sent, 'one' | 'all'>): string | string[] {
  if (field.kind === 'choices' || field.kind === 'rows') return sent.all(name).filter(value => value !== '')
  if (field.kind === 'date' && field.known) {
    const parts = ['day', 'month', 'year'].map(part => sent.one(`${name}-${part}`).trim())
    return parts.every(part => part === '') ? sent.one(name) : parts.join('/')
  }
  return sent.one(name)
}

/** What was typed in each cell of a table of rows. */
function typedCells(name: string, field: Field, sent: Pick<Sent, 'one' | 'all'>) {
  if (field.kind !== 'rows') return []
  const held = { [name]: typedValue(name, field, sent) }
  return cellsIn(name, field, held).map(({ name: at, cell }) => [at, typedValue(at, cell, sent)] as const)
}

/** A date of the record as a form's question holds it. */
export function typedDate(date: Temporal.PlainDate | null | undefined): string {
  return date ? `${date.day}/${date.month}/${date.year}` : ''
}

/**
 * Reads a form. Questions that do not apply are left out of the checks and of the values.
 * @param today the date in England and Wales, for dates that may not lie in the future or the past
 */
export function readForm<F extends Fields>(form: Form<F>, sent: Sent, today: Temporal.PlainDate): Read<F> {
  const typed = typedFrom(form, sent)
  const asked = applicable(form.fields, typed)
  const errors: FieldError[] = []
  const values: Record<string, unknown> = {}
  const answers: Record<string, Answer> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (!asked.has(name)) {
      values[name] = field.kind === 'choices' || field.kind === 'rows' ? [] : isText(field) ? '' : undefined
      continue
    }
    if (field.kind === 'rows') {
      const read = readRows(name, field, typed, today, form.isPartial ?? false)
      errors.push(...read.errors)
      values[name] = read.rows
      if (read.rows.length > 0) answers[name] = read.rows
      continue
    }
    const raw =
      field.kind === 'file'
        ? sent.files.find(file => file.field === name && (file.name !== '' || file.bytes.length > 0))
        : typed[name]
    const read = schemaOf(form.isPartial ? mayBeEmpty(field) : field, today).safeParse(raw)
    if (!read.success) {
      errors.push({
        field: name,
        message: read.error.issues[0]?.message ?? `Check ${field.label.toLowerCase()}`,
      })
      continue
    }
    values[name] = read.data
    const answer = asAnswer(read.data)
    if (answer !== undefined) answers[name] = answer
    const reasons = readReasons(name, field, typed, errors, form.isPartial ?? false)
    if (reasons !== '') answers[reasonKey(name)] = reasons
  }
  errors.push(...outOfOrder(form, values))
  return errors.length > 0
    ? { ok: false, errors, typed }
    : { ok: true, values: values as ValuesOf<F>, answers, typed }
}

/** Dates that lie before the date of the same form that they follow. */
function outOfOrder({ fields }: Form, values: Readonly<Record<string, unknown>>): FieldError[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'date' || !field.notBefore) return []
    const [date, other] = [values[name], values[field.notBefore.field]]
    const isEarlier =
      date instanceof Temporal.PlainDate &&
      other instanceof Temporal.PlainDate &&
      Temporal.PlainDate.compare(date, other) < 0
    return isEarlier ? [{ field: name, message: field.notBefore.message }] : []
  })
}

/** The longest reason for an answer, in characters. */
export const longestReason = 2_000

/** The reasons for the chosen answers that ask for one; a missing one is an error at its own field, unless it may come later. */
function readReasons(
  name: string,
  field: Field,
  typed: Typed,
  errors: FieldError[],
  mayComeLater: boolean,
): string {
  const chosen = [typed[name] ?? []].flat()
  const needing = optionsOf(field).filter(option => option.needsReason && chosen.includes(option.value))
  return needing
    .map(option => {
      const at = reasonName(name, option.value)
      const reason = String(typed[at] ?? '').trim()
      if (reason === '' && !mayComeLater) errors.push({ field: at, message: option.needsReason ?? '' })
      if (reason.length > longestReason) {
        errors.push({
          field: at,
          message: `The reason for “${option.label}” must be 2,000 characters or fewer`,
        })
      }
      return reason
    })
    .filter(reason => reason !== '')
    .join('; ')
}

function isText(field: Field): boolean {
  return ['text', 'textarea', 'email', 'password'].includes(field.kind)
}
