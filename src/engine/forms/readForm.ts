import { z } from 'zod'
import { tidyName } from '../../kernel/names.ts'
import { readDate, readTime } from '../../kernel/readDates.ts'
import type { Sent, Upload } from '../../platform/http/index.ts'
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
        ...optionsOf(field)
          .filter(option => option.needsReason)
          .map(option => [reasonName(name, option.value), sent.one(reasonName(name, option.value))]),
      ]),
  )
}

function typedValue(name: string, field: Field, sent: Pick<Sent, 'one' | 'all'>): string | string[] {
  if (field.kind === 'choices') return sent.all(name).filter(value => value !== '')
  if (field.kind === 'date' && field.known) {
    const parts = ['day', 'month', 'year'].map(part => sent.one(`${name}-${part}`).trim())
    return parts.every(part => part === '') ? sent.one(name) : parts.join('/')
  }
  return sent.one(name)
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
      values[name] = field.kind === 'choices' ? [] : isText(field) ? '' : undefined
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

/** The question as it is checked where its answer may still be missing. */
function mayBeEmpty(field: Field): Field {
  const { required: _, ...rest } = field
  return rest
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

/** A value as it is kept among answers; undefined when nothing was answered. */
function asAnswer(value: unknown): Answer | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  if (value instanceof Temporal.PlainTime) return value.toString({ smallestUnit: 'minute' })
  if (value instanceof Temporal.PlainDate) return value.toString()
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.map(String) : undefined
}

function isText(field: Field): boolean {
  return ['text', 'textarea', 'email', 'password'].includes(field.kind)
}

/** The check of one field as a Zod schema over what was typed. */
export function schemaOf(field: Field, today: Temporal.PlainDate): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textSchema(field, field.maxLength ?? 200)
        .transform(text => (field.isName ? tidyName(text) : text.trim()))
        .refine(text => !field.required || text !== '', { error: field.required, abort: true })
        .refine(
          text => text === '' || !field.pattern || field.pattern.test.test(text),
          field.pattern?.message,
        )
    case 'textarea':
      return textSchema(field, field.maxLength ?? 10_000).transform(text => text.trimEnd())
    case 'email':
      return textSchema(field, 254)
        .transform(text => text.trim().toLowerCase())
        .refine(
          text => text === '' || z.email().safeParse(text).success,
          'Enter an email address in the correct format, like name@example.com',
        )
    case 'password':
      // Not trimmed: a space can be part of a password. The upper limit keeps hashing from being a burden.
      return textSchema(field, 200)
    case 'date':
      return dateSchema(field, today)
    case 'time':
      return z.string().transform((text, context) => {
        const read = readTime(text)
        if (read.ok) return read.value
        if (read.reason.kind === 'empty' && !field.required) return undefined
        return refuse(
          context,
          read.reason.kind === 'empty' ? field.required : 'Enter a time, like 9:30am or 16:00',
        )
      })
    case 'number':
      return z.string().transform((text, context) => {
        const trimmed = text.trim().replaceAll(',', '')
        if (trimmed === '') return field.required ? refuse(context, field.required) : undefined
        const number = Number(trimmed)
        const form = field.decimals ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
        const isGood = form.test(trimmed) && number >= field.min && number <= field.max
        return isGood
          ? number
          : refuse(
              context,
              `“${field.label}”: enter a ${field.decimals ? '' : 'whole '}number from ${field.min} to ${field.max}, in figures and without words`,
            )
      })
    case 'choice':
      return z.string().transform((text, context) => {
        if (text === '') return field.required ? refuse(context, field.required) : undefined
        const option = field.options.find(({ value }) => value === text)
        if (!option) return refuse(context, `Choose one of the answers for “${field.label}”`)
        const { label, cannot } = option
        return cannot === undefined ? text : refuse(context, `${label} ${cannot}. Choose another answer`)
      })
    case 'choices': {
      const known = field.options.map(option => option.value)
      return z
        .array(z.string())
        .refine(all => !field.required || all.length > 0, field.required)
        .refine(
          all => all.every(value => known.includes(value)),
          `Choose from the answers for “${field.label}”`,
        )
    }
    case 'fact':
    case 'person':
      throw new Error('A question for a person is made a choice by askingPeople before it is read')
    case 'file':
      return z
        .custom<Upload | undefined>()
        .refine(file => !field.required || file !== undefined, field.required)
  }
}

function textSchema(field: Field, maxLength: number) {
  return z
    .string()
    .transform(text => text.replaceAll('\r\n', '\n'))
    .refine(text => !field.required || text.trim() !== '', { error: field.required, abort: true })
    .refine(text => text.length <= maxLength, {
      error: ({ input }) => {
        const over = String(input).length - maxLength
        return `${field.label} must be ${maxLength.toLocaleString('en-GB')} characters or fewer: take out at least ${over.toLocaleString('en-GB')}`
      },
    })
}

function dateSchema(field: Extract<Field, { kind: 'date' }>, today: Temporal.PlainDate) {
  const asked = field.label.replace(/\?$/, '')
  return z.string().transform((text, context) => {
    const read = readDate(text)
    if (!read.ok) {
      switch (read.reason.kind) {
        case 'empty':
          return field.required ? refuse(context, field.required) : undefined
        case 'short-year':
          return refuse(context, `${asked}: write the year with four figures, like 2026`)
        case 'no-such-day':
          return refuse(context, `${asked}: there is no such day. Check the day and the month`)
        case 'not-a-date':
          return refuse(
            context,
            `${asked} must be a date, like 27 3 2026${field.required ? '' : '. Leave it empty if it is not known'}`,
          )
      }
    }
    const date = read.value
    if (field.notAfterToday && Temporal.PlainDate.compare(date, today) > 0)
      return refuse(context, field.notAfterToday)
    if (field.notBeforeToday && Temporal.PlainDate.compare(date, today) < 0)
      return refuse(context, field.notBeforeToday)
    if (field.earliest && Temporal.PlainDate.compare(date, field.earliest.date) < 0)
      return refuse(context, field.earliest.message)
    return date
  })
}

function refuse(context: z.RefinementCtx, message: string | undefined): typeof z.NEVER {
  context.addIssue({ code: 'custom', message: message ?? 'Answer this question' })
  return z.NEVER
}
