import { parseId } from '../../kernel/ids.ts'
import { type DateFault, readDate, readTime } from '../../kernel/readDates.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import {
  type Answer,
  type Answers,
  applicableFields,
  chosenIn,
  type Field,
  type Fields,
  optionsOf,
  reasonKey,
} from './field.ts'

/** What came out of a form: text, or several texts where several may be chosen. A date in three boxes comes joined by spaces. */
export type TypedAnswers = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is wrong with one field, in words that say what to do. */
export type AnswerFault = { readonly field: string; readonly message: string }

const reasonMaxLength = 2_000
const dateWords: Record<Exclude<DateFault['kind'], 'empty'>, string> = {
  'not-a-date': 'must be a date, such as 27 3 2025',
  'short-year': 'must have a year of four figures',
  'no-such-day': 'must be a day that exists',
}

/**
 * Reads what was typed for a step into the answers to be kept. Only fields that apply are read; the
 * rest is dropped, so that a reason for another choice is not kept by accident. Refused with every
 * fault, in the order of the fields. Whether a person works here in the role is for the caller to look up.
 */
export function readAnswers(
  fields: Fields,
  typed: TypedAnswers,
  today: Temporal.PlainDate,
): Result<Answers, readonly AnswerFault[]> {
  const answers: Record<string, Answer> = {}
  const faults: AnswerFault[] = []
  for (const id of Object.keys(fields)) {
    // Which fields apply depends on the answers before, so it is asked again for each.
    const field = applicableFields(fields, answers).find(([applying]) => applying === id)?.[1]
    if (!field) continue
    const read = readOne(field, typed[id], today)
    if (!read.ok) faults.push({ field: id, message: read.reason })
    else if (read.value !== undefined) {
      answers[id] = read.value
      const reason = readReason(field, id, read.value, typed[reasonKey(id)])
      if (!reason.ok) faults.push({ field: reasonKey(id), message: reason.reason })
      else if (reason.value !== undefined) answers[reasonKey(id)] = reason.value
    }
  }
  return faults.length > 0 ? refused(faults) : ok(answers)
}

function readOne(
  field: Field,
  typed: string | readonly string[] | undefined,
  today: Temporal.PlainDate,
): Result<Answer | undefined, string> {
  const values = chosenIn(typed).filter(value => value.trim() !== '')
  const [first] = values
  if (first === undefined) return field.required === undefined ? ok(undefined) : refused(field.required)
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return readText(first, field.label, field.maxLength)
    case 'date':
      return readDay(first, field, today)
    case 'time': {
      const time = readTime(first)
      return time.ok
        ? ok(time.value.toString({ smallestUnit: 'minute' }))
        : refused(`${field.label}: must be a time, such as 2:30pm`)
    }
    case 'choice':
      return offers(field, first) ? ok(first) : refused(`${field.label}: choose one of the answers offered`)
    case 'choices':
      return values.every(value => offers(field, value))
        ? ok([...new Set(values)])
        : refused(`${field.label}: choose from the answers offered`)
    case 'number': {
      const number = /^\d{1,9}$/.test(first.trim()) ? Number(first) : Number.NaN
      return number >= field.min && number <= field.max
        ? ok(number)
        : refused(`${field.label}: must be a whole number from ${field.min} to ${field.max}`)
    }
    case 'person': {
      const id = parseId<'user'>(first)
      return id ? ok(id) : refused(`${field.label}: choose a person from the list`)
    }
  }
}

function readText(text: string, label: string, maxLength: number): Result<string, string> {
  const kept = text.replace(/\r\n?/g, '\n').trim().normalize('NFC')
  return [...kept].length <= maxLength
    ? ok(kept)
    : refused(`${label}: must be ${maxLength.toLocaleString('en-GB')} characters or fewer`)
}

function readDay(
  typed: string,
  field: Field & { readonly kind: 'date' },
  today: Temporal.PlainDate,
): Result<string | undefined, string> {
  const date = readDate(typed)
  if (!date.ok) {
    return date.reason.kind === 'empty'
      ? ok(undefined)
      : refused(`${field.label}: ${dateWords[date.reason.kind]}`)
  }
  const isToCome = Temporal.PlainDate.compare(date.value, today) > 0
  return isToCome && field.notAfterToday !== undefined
    ? refused(field.notAfterToday)
    : ok(date.value.toString())
}

function readReason(
  field: Field,
  id: string,
  answer: Answer,
  typed: string | readonly string[] | undefined,
): Result<string | undefined, string> {
  const chosen = chosenIn(answer)
  const needing = optionsOf(field).find(({ value, needsReason }) => needsReason && chosen.includes(value))
  if (!needing?.needsReason) return ok(undefined)
  const reason = chosenIn(typed)[0]?.trim() ?? ''
  return reason === ''
    ? refused(needing.needsReason)
    : readText(reason, `Reason (${field.label || id})`, reasonMaxLength)
}

function offers(field: Field, value: string): boolean {
  return optionsOf(field).some(option => option.value === value)
}
