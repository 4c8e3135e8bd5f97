import {
  alertKinds,
  type Field,
  type Fields,
  optionsOf,
  type RowsField,
  reasonKey,
  recordFields,
} from '../forms/index.ts'
import { dayKey, pageKeys } from '../pathways/index.ts'

/**
 * Faults of the fields of one step or form.
 * @param where whose they are: `step “screen”`
 */
export function checkFields(where: string, fields: Fields): readonly string[] {
  const ids = Object.keys(fields)
  return Object.entries(fields).flatMap(([id, field], place) => {
    const name = `of the ${where} the field “${id}”`
    return [
      ...(field.label.trim() === '' ? [`In the fields ${name} has no label.`] : []),
      ...(field.required?.trim() === ''
        ? [`In the fields ${name} must be filled in, but does not say what to do when it is empty.`]
        : []),
      ...(pageKeys.includes(id)
        ? [`In the fields ${name} stands under a key that the page keeps for itself.`]
        : []),
      ...checkOptions(name, field),
      ...checkAlerts(name, field),
      ...checkUpdates(name, field, fields, ids.slice(0, place)),
      ...checkRange(name, field),
      ...checkRows(name, field),
      ...checkOrder(name, field, fields),
      ...(ids.includes(reasonKey(id)) && optionsOf(field).some(({ needsReason }) => needsReason)
        ? [`In the fields ${name} keeps its reason under “${reasonKey(id)}”, which is another field.`]
        : []),
      ...checkCondition(name, field, fields, ids.slice(0, place)),
    ]
  })
}

function checkOptions(name: string, field: Field): readonly string[] {
  if (field.kind !== 'choice' && field.kind !== 'choices') return []
  const values = field.options.map(({ value }) => value)
  return [
    ...(values.length < 2 ? [`In the fields ${name} offers fewer than two answers.`] : []),
    ...duplicates(values).map(value => `In the fields ${name} offers the answer “${value}” twice.`),
    ...field.options
      .filter(({ label }) => label.trim() === '')
      .map(({ value }) => `In the fields ${name} has no label for the answer “${value}”.`),
  ]
}

function checkAlerts(name: string, field: Field): readonly string[] {
  const raising = field.kind === 'text' || field.kind === 'textarea' ? [field] : optionsOf(field)
  return raising
    .flatMap(({ raisesAlert }) => raisesAlert?.kind ?? [])
    .filter(kind => !alertKinds.includes(kind))
    .map(kind => `In the fields ${name} raises an alert of the kind “${kind}”, which does not exist.`)
}

/** What is said of the record when a form is signed: of a field that there is, and where an earlier answer says so. */
function checkUpdates(
  name: string,
  field: Field,
  fields: Fields,
  earlier: readonly string[],
): readonly string[] {
  const isText = field.kind === 'text' || field.kind === 'textarea'
  const where = isText ? field.updates?.where : undefined
  return [
    ...updating(field)
      .filter(told => !recordFields.includes(told))
      .map(told => `In the fields ${name} updates “${told}” of the record, which does not exist.`),
    ...optionsOf(field)
      .filter(({ updates }) => updates?.says.trim() === '')
      .map(({ value }) => `In the fields ${name} does not say what “${value}” says of the record.`),
    ...(where ? checkCondition(name, { ...field, appliesWhen: where }, fields, earlier) : []),
  ]
}

/** The fields of the record that a question updates. */
function updating(field: Field) {
  const saying = field.kind === 'text' || field.kind === 'textarea' ? [field] : optionsOf(field)
  return saying.flatMap(({ updates }) => updates?.field ?? [])
}

function checkRange(name: string, field: Field): readonly string[] {
  const isEmpty =
    (field.kind === 'scale' && field.from >= field.to) ||
    (field.kind === 'rows' && (field.most < 1 || Object.keys(field.columns).length === 0)) ||
    (field.kind === 'number' && field.min > field.max) ||
    ((field.kind === 'text' || field.kind === 'textarea') && (field.maxLength ?? 1) < 1) ||
    (field.kind === 'person' && field.roles.length === 0)
  return isEmpty ? [`In the fields ${name} can be answered by nothing.`] : []
}

/** The columns of a table of rows: words for each, and what is checked of any question. */
function checkRows(name: string, field: Field): readonly string[] {
  if (field.kind !== 'rows') return []
  const labels = Object.values(field.columns).map(({ label }) => label)
  return [
    ...(field.one.trim() === '' ? [`In the fields ${name} does not say what a row is called.`] : []),
    ...duplicates(labels).map(label => `In the fields ${name} has two columns “${label}”.`),
    ...Object.entries(field.columns)
      .filter(
        ([, cell]) => cell.appliesWhen !== undefined || optionsOf(cell).some(option => option.needsReason),
      )
      .map(([column]) => `In the fields ${name} the column “${column}” asks for more than its own answer.`),
    ...beginning(field)
      .filter(column => !Object.hasOwn(field.columns, column))
      .map(
        column => `In the fields ${name} a plan begins with the column “${column}”, which does not exist.`,
      ),
    ...Object.entries(field.columns).flatMap(([column, cell]) => [
      ...checkOptions(`${name}, column “${column}”,`, cell),
      ...checkRange(`${name}, column “${column}”,`, cell),
    ]),
  ]
}

/** The columns with which a plan begins. */
function beginning({ begins }: RowsField): readonly string[] {
  if (!begins) return []
  return begins.of === 'goals' ? [begins.words, begins.step, begins.by] : [begins.if, begins.does, begins.who]
}

/** Faults of fields that stand in no long form: what the record knows is offered in those alone, and so are tables of rows. */
export function checkNotLong(where: string, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([id, field]) => {
    const name = `In the fields of the ${where} the field “${id}”`
    return [
      ...(['fact', 'place', 'around', 'rows'].includes(field.kind)
        ? [`${name} is of the kind “${field.kind}”, which only long forms ask.`]
        : []),
      ...(field.kind === 'choice' && field.findsNeed
        ? [`${name} finds a need, which only long forms do.`]
        : []),
      ...updating(field).map(told => `${name} updates “${told}” of the record, which only long forms do.`),
    ]
  })
}

function checkOrder(name: string, field: Field, fields: Fields): readonly string[] {
  if (field.kind !== 'date' || !field.notBefore) return []
  const { field: other } = field.notBefore
  return other === dayKey || fields[other]?.kind === 'date'
    ? []
    : [`In the fields ${name} must not lie before “${other}”, which is not a date beside it.`]
}

function checkCondition(
  name: string,
  { appliesWhen }: Field,
  fields: Fields,
  earlier: readonly string[],
): readonly string[] {
  if (!appliesWhen) return []
  const asked = earlier.includes(appliesWhen.field) ? fields[appliesWhen.field] : undefined
  if (!asked) return [`In the fields ${name} hangs on “${appliesWhen.field}”, which is not asked before it.`]
  const values = optionsOf(asked).map(({ value }) => value)
  return appliesWhen.is
    .filter(value => !values.includes(value))
    .map(
      value =>
        `In the fields ${name} hangs on the answer “${value}”, which “${appliesWhen.field}” does not offer.`,
    )
}

/** The values that stand more than once, each named once. */
export function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
