import { z } from 'zod'
import { type AskedName, askedNames } from './askedNames.ts'
import { type Field, type Fields, type Form, type Option, optionsOf } from './field.ts'
import { longestReason } from './readForm.ts'

/** The name of a question in JSON: the columns of a file have the same. */
export function jsonName(field: string): string {
  return field.replaceAll('-', '_')
}

/**
 * A form's questions as an object in JSON, for programs that answer them: the schema that a body is held against, and from
 * which its description is made. It says of each answer what can be said of it alone; `readForm` says the rest. What
 * is not known is left out, or null. Dates are yyyy-mm-dd; a choice is its value, never its words.
 * @param more fields that go with them and are no questions, by their names
 * @throws where a question cannot be asked of a program: for a file, a password or a person who works here
 */
export function jsonFields(form: Form, more: Readonly<Record<string, z.ZodType>> = {}): z.ZodObject {
  const shape = Object.fromEntries(
    askedNames(form).map(asked => [
      jsonName(asked.name),
      asked.reasonFor === undefined ? answerTo(asked.field, form.fields) : reasonOf(asked),
    ]),
  )
  return z.strictObject(
    { ...more, ...shape },
    'Send one object in JSON, with the fields that the description names',
  )
}

function answerTo(field: Field, fields: Fields): z.ZodType {
  const { label } = field
  const described = schemaOfAnswer(field).meta({ title: label, ...descriptionOf(field, fields) })
  const isAlwaysAsked = field.required !== undefined && !field.appliesWhen
  return isAlwaysAsked ? described : described.nullish()
}

/** Why an answer was chosen that asks for a reason. */
function reasonOf({ label, field, reasonFor }: AskedName): z.ZodType {
  const description = `Needed where “${field.label}” is “${reasonFor}”, and only then.`
  return z
    .string(`${label}: must be text`)
    .max(longestReason, `${label} must be ${longestReason.toLocaleString('en-GB')} characters or fewer`)
    .meta({ title: label, description })
    .nullish()
}

function schemaOfAnswer(field: Field): z.ZodType {
  const { label } = field
  const missing: Missing = what => ({
    error: ({ input }) =>
      field.required && (input === undefined || input === null) ? field.required : `${label}: ${what}`,
  })
  switch (field.kind) {
    case 'text':
      return field.pattern
        ? textOf(field, missing, 200).regex(inJson(field.pattern.test), field.pattern.message)
        : textOf(field, missing, 200)
    case 'textarea':
      return textOf(field, missing, 10_000)
    case 'email':
      return z.email(missing('must be an email address, like name@example.com')).max(254)
    case 'date':
      return z.iso.date(missing('must be a date that there is, as text like "2026-03-27"'))
    case 'time':
      return z.iso.time({ precision: -1, ...missing('must be a time, as text like "16:00"') })
    case 'number': {
      const number = field.decimals
        ? z.number(missing('must be a number'))
        : z.int(missing('must be a whole number'))
      const range = `${label}: must be from ${field.min} to ${field.max}`
      return number.min(field.min, range).max(field.max, range)
    }
    case 'choice':
      return oneOf(field.options, missing(choose(field.options)))
    case 'choices':
      return z
        .array(oneOf(field.options, missing(choose(field.options))), missing('must be a list'))
        .min(field.required ? 1 : 0, field.required)
    case 'scale': {
      const range = `${label}: must be from ${field.from} to ${field.to}`
      return z.int(missing('must be a whole number')).min(field.from, range).max(field.to, range)
    }
    case 'password':
    case 'place':
    case 'around':
    case 'rows':
    case 'fact':
    case 'person':
    case 'file':
      throw new Error(`“${label}” cannot be asked of a program`)
  }
}

/** What to say where an answer is missing, or is not what it must be. */
type Missing = (what: string) => Words
type Words = { error: (issue: { input?: unknown }) => string }

function textOf(field: Field & { maxLength?: number }, missing: Missing, usual: number): z.ZodString {
  const most = field.maxLength ?? usual
  const text = z
    .string(missing('must be text'))
    .max(most, `${field.label} must be ${most.toLocaleString('en-GB')} characters or fewer`)
  return field.required ? text.min(1, field.required) : text
}

/** One of the answers, each with its words. */
function oneOf(options: readonly Option[], words: Words): z.ZodType {
  return z.union(
    options.map(({ value, label }) => z.literal(value, words).meta({ title: label })),
    words,
  )
}

function choose(options: readonly Option[]): string {
  return options.length > 8
    ? 'must be one of the codes that the description lists, as text'
    : `must be one of ${options.map(({ value }) => `"${value}"`).join(', ')}`
}

/** JSON Schema has patterns without flags, and reads all of them as Unicode. */
function inJson({ source, flags }: RegExp): RegExp {
  if (flags.replace('u', '') !== '')
    throw new Error(`The pattern ${source} hangs on its flags (${flags}): write it so that it does not`)
  return new RegExp(source, 'u')
}

function descriptionOf(field: Field, fields: Fields): { description?: string } {
  const asked = field.appliesWhen && fields[field.appliesWhen.field]
  const when =
    field.appliesWhen &&
    asked &&
    `Only where “${asked.label}” is ${optionsOf(asked)
      .filter(({ value }) => field.appliesWhen?.is.includes(value))
      .map(({ label }) => `“${label}”`)
      .join(' or ')}.`
  const words = [
    field.hint && `${field.hint.replace(/\.$/, '')}.`,
    field.kind === 'date' && field.notAfterToday && 'Not in the future.',
    field.kind === 'date' && field.notBeforeToday && 'Not in the past.',
    when,
  ].filter(part => typeof part === 'string' && part !== '')
  return words.length > 0 ? { description: words.join(' ') } : {}
}
