import { type Fields, form, formPage, type Refusal, type Typed, typedDate } from '../../engine/forms/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { casePath, childFrame } from '../children/index.ts'
import { type Unit, units, type Wording } from './condition.ts'
import { insertCondition, varyCondition } from './conditionQueries.ts'
import { type LoadedCondition, loadCase, loadCondition } from './loadCondition.ts'
import { addConditionPath, varyConditionPath } from './paths.ts'

const wordingFields = {
  what: {
    kind: 'textarea',
    label: 'What does the child do?',
    hint: 'In words that this child understands, as you said it to them. One thing only.',
    required: 'Say what the child does',
    maxLength: 1_000,
    rows: 3,
    readByChild: true,
  },
  why: {
    kind: 'textarea',
    label: 'Why this?',
    hint: 'What it is good for, or whose wish it is, without names.',
    required: 'Say why',
    maxLength: 1_000,
    rows: 3,
  },
  due: {
    kind: 'date',
    label: 'Which is the last day for it?',
    required: 'Enter the last day for it',
    notBeforeToday: 'The last day cannot be in the past',
  },
  amount: {
    kind: 'number',
    label: 'How much?',
    hint: 'Leave it empty if it is one thing, as a letter.',
    min: 1,
    max: 500,
  },
  unit: {
    kind: 'choice',
    label: 'Hours or sessions?',
    options: Object.entries(units).map(([value, label]) => ({ value, label })),
  },
} as const satisfies Fields

type WordingValues = {
  what: string
  why: string
  due: Temporal.PlainDate
  amount: number | undefined
  unit: string | undefined
}

const wordingOf = ({ what, why, due, amount, unit }: WordingValues): Wording => ({
  what: what.trim(),
  why: why.trim(),
  dueOn: due,
  amount: amount ?? null,
  unit: amount === undefined ? null : (unit as Unit),
})

/** A number and what it counts belong together. */
function faultOf({ amount, unit }: WordingValues): Refusal | undefined {
  if ((amount === undefined) === !unit) return undefined
  return {
    kind: 'errors',
    errors: [
      amount === undefined
        ? { field: 'amount', message: 'Enter how many hours or sessions' }
        : { field: 'unit', message: 'Choose whether these are hours or sessions' },
    ],
  }
}

const addRoutes = formPage({
  path: addConditionPath,
  permission: 'case.move',
  about: 'child',
  change: 'Recorded what a child agreed to do',
  view: 'Opened the form to record what a child agreed to do',
  load: loadCase,
  form: () => form({ id: 'condition', fields: wordingFields }),
  title: () => 'What the child agrees to do',
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  submit: 'Save',
  async save({ tx, who, now }, values, { it }) {
    const fault = faultOf(values)
    if (fault) return fault
    await insertCondition(
      tx,
      { serviceId: who.serviceId, childId: it.childId, involvementId: it.involvementId },
      wordingOf(values),
      { by: who.userId, at: now },
    )
    return redirect(casePath.to(it), 'Saved.')
  },
})

const typedOf = ({ condition: { what, why, dueOn, amount, unit } }: LoadedCondition): Typed => ({
  what,
  why,
  due: typedDate(dueOn),
  amount: amount === null ? '' : String(amount),
  unit: unit ?? '',
  because: '',
})

const varyRoutes = formPage({
  path: varyConditionPath,
  permission: 'case.move',
  about: 'child',
  change: 'Varied what a child agreed to do',
  view: 'Opened the form to vary what a child agreed to do',
  load: loadCondition,
  form: () =>
    form({
      id: 'condition-varied',
      fields: {
        ...wordingFields,
        because: {
          kind: 'textarea',
          label: 'Why is it changed?',
          hint: 'What was agreed before stays in the case.',
          required: 'Say why it is changed',
          maxLength: 1_000,
          rows: 3,
        },
      },
    }),
  title: () => 'Change what the child agreed to do',
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  initial: typedOf,
  version: ({ condition }) => condition.version,
  row: ({ condition }) => ({ table: 'condition', key: { condition_id: condition.conditionId } }),
  submit: 'Save',
  async save(request, values, { it, condition }) {
    const fault = faultOf(values)
    if (fault) return fault
    const { tx, who, now } = request
    const because = values.because.trim()
    const isVaried = await varyCondition(
      tx,
      who.serviceId,
      condition,
      { ...wordingOf(values), because },
      { by: who.userId, at: now },
    )
    if (isVaried) return redirect(casePath.to(it), 'Saved. What was agreed before is kept beside it.')
    const fresh = await loadCondition(request)
    return fresh.ok
      ? { kind: 'collision', theirs: typedOf(fresh.value), version: fresh.value.condition.version }
      : fresh.reason
  },
})

export const agreeRoutes = [...addRoutes, ...varyRoutes]
