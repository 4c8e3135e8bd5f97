import { z } from 'zod'
import { tidyName } from '../../kernel/names.ts'
import { readDate, readTime } from '../../kernel/readDates.ts'
import type { Upload } from '../../platform/http/index.ts'
import type { Answer, Field } from './field.ts'

/** The question as it is checked where its answer may still be missing. */
export function mayBeEmpty<F extends Field>(field: F): Field {
  const { required: _, ...rest } = field
  return rest as Field
}

/** A value as it is kept among answers; undefined when nothing was answered. */
export function asAnswer(value: unknown): Answer | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  if (value instanceof Temporal.PlainTime) return value.toString({ smallestUnit: 'minute' })
  if (value instanceof Temporal.PlainDate) return value.toString()
  if (typeof value === 'string' || typeof value === 'number') return value
  return Array.isArray(value) ? value.map(String) : undefined
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
    case 'scale':
      return z.string().transform((text, context) => {
        if (text === '') return field.required ? refuse(context, field.required) : undefined
        const number = Number(text)
        const isGood = /^-?\d+$/.test(text) && number >= field.from && number <= field.to
        return isGood
          ? number
          : refuse(context, `Choose a number from ${field.from} to ${field.to} for “${field.label}”`)
      })
    case 'rows':
      throw new Error('A table of rows is read cell by cell')
    case 'fact':
    case 'person':
    case 'place':
    case 'around':
      throw new Error(`“${field.label}” is made a choice of what is known before it is read`)
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
