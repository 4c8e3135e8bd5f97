import { describe, expect, test } from 'vitest'
import { from } from '../../kernel/period.ts'
import type { AssessmentForm } from '../assessments/index.ts'
import type { Fields } from '../forms/index.ts'
import { checkByForm, checkFromForm, checkFromPlan } from './checkByForm.ts'
import { sound } from './definitions.testkit.ts'

const form = (fields: Fields): AssessmentForm => ({
  id: 'screening',
  title: 'Screening',
  summary: '',
  source: '',
  file: '',
  by: ['officer'],
  versions: { one: { inForce: from('2026-01-01'), sections: { only: { title: 'Only', fields } } } },
})
const text = { kind: 'text', label: 'Why?', required: 'Say why' } as const
const choice = (...values: string[]) =>
  ({
    kind: 'choice',
    label: 'Which?',
    required: 'Choose',
    options: values.map(value => ({ value, label: value })),
  }) as const

/** The faults of a pathway of which one step is taken by the form, and asks this. */
function faults(fields: Fields, forms: readonly AssessmentForm[], more: object = {}) {
  const [id, step] = Object.entries(sound.steps).find(([, each]) => each.from !== 'start') ?? []
  if (id === undefined || !step) throw new Error('no step')
  return checkByForm({ ...sound, steps: { [id]: { ...step, byForm: 'screening', fields, ...more } } }, forms)
}

test('a form that asks all that the step must know is sound', () => {
  expect(faults({ why: text }, [form({ why: text, more: choice('a', 'b') })])).toEqual([])
  expect(faults({ which: choice('a', 'b', 'c') }, [form({ which: choice('a', 'b') })])).toEqual([])
})

test.each([
  ['does not exist', { why: text }, []],
  ['does not ask “why”', { why: text }, [form({ other: text })]],
  ['may leave “why” out', { why: text }, [form({ why: { kind: 'text', label: 'Why?' } })]],
  ['otherwise than the step', { why: text }, [form({ why: choice('a', 'b') })]],
  ['otherwise than the step', { which: choice('a') }, [form({ which: choice('a', 'b') })]],
] as const)('a form that %s is named', (words, fields, forms) => {
  expect(faults(fields, forms).join()).toContain(words)
})

test('nobody is named by a form', () => {
  const person = { kind: 'person', label: 'Who?', required: 'Choose', roles: ['officer'] } as const
  expect(faults({ who: person }, [form({ who: text })], { holder: 'who' }).join()).toContain(
    'names its holder',
  )
})

/** The faults of a pathway of which one step asks this and is filled in so. */
function filledFaults(fields: Fields, answers: Record<string, string>, forms: readonly AssessmentForm[]) {
  const [id, step] = Object.entries(sound.steps).find(([, each]) => each.from !== 'start') ?? []
  if (id === undefined || !step) throw new Error('no step')
  const fromForm = { form: 'screening', answers }
  return checkFromForm({ ...sound, steps: { [id]: { ...step, fields, fromForm } } }, forms).join()
}

test('a step that is filled in from what a form asks is sound', () => {
  expect(filledFaults({ why: text }, { why: 'reason' }, [form({ reason: text })])).toBe('')
})

test.each([
  ['which does not exist', { why: text }, { why: 'why' }, []],
  ['which it does not ask', { why: text }, { other: 'why' }, [form({ why: text })]],
  ['does not ask “reason”', { why: text }, { why: 'reason' }, [form({ why: text })]],
  ['does not ask “why”', { why: text }, { why: 'why' }, [form({ why: choice('a') })]],
  [
    'on which something hangs',
    { which: choice('a'), why: { ...text, appliesWhen: { field: 'which', is: ['a'] } } },
    { which: 'which' },
    [form({ which: choice('a') })],
  ],
] as const)('a step that is filled in from a form, “%s”', (words, fields, answers, forms) => {
  expect(filledFaults(fields, answers, forms)).toContain(words)
})

describe('a step that is filled in from the plan', () => {
  const words = { kind: 'textarea', label: 'Goals?', maxLength: 100 } as const
  const choice = { kind: 'choice', label: 'Which?', options: [{ value: 'a', label: 'A' }] } as const
  const [[id = '', step] = []] = Object.entries(sound.steps)
  const faultsOf = (fields: Fields, fromPlan: Record<string, 'good-life'>) =>
    step ? checkFromPlan({ ...sound, steps: { [id]: { ...step, fields, fromPlan } } }).join() : 'no step'

  test('asks it in words, on which nothing hangs', () => {
    expect(faultsOf({ goals: words }, { goals: 'good-life' })).toBe('')
    expect(faultsOf({ goals: words }, { aims: 'good-life' })).toContain(
      '“aims”, which it does not ask in words',
    )
    expect(faultsOf({ goals: choice }, { goals: 'good-life' })).toContain('which it does not ask in words')
    const hung = { ...words, appliesWhen: { field: 'other', is: ['a'] } }
    expect(faultsOf({ goals: hung, other: choice }, { goals: 'good-life' })).toContain(
      'on which something hangs',
    )
  })
})
