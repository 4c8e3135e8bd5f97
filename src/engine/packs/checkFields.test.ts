import { describe, expect, it, test } from 'vitest'
import type { Field } from '../forms/index.ts'
import type { Pathway } from '../pathways/index.ts'
import { checkFields } from './checkFields.ts'
import { choice, field, pathwayFaults, steps } from './definitions.testkit.ts'

describe('a fault of a field is named', () => {
  const name = 'In the fields of the step “finish” the field “asked”'
  const text: Field = { kind: 'text', label: 'Asked', maxLength: 9 }
  test.each<[string, Partial<Pathway>, string]>([
    ['no label', field({ ...text, label: ' ' }), `${name} has no label.`],
    [
      'required without words for it',
      field({ ...text, required: '' }),
      `${name} must be filled in, but does not say what to do when it is empty.`,
    ],
    ['no room for an answer', field({ ...text, maxLength: 0 }), `${name} can be answered by nothing.`],
    [
      'no number in its range',
      field({ kind: 'number', label: 'x', min: 2, max: 1 }),
      `${name} can be answered by nothing.`,
    ],
    [
      'nobody to choose from',
      field({ kind: 'person', label: 'x', roles: [] }),
      `${name} can be answered by nothing.`,
    ],
    [
      'a scale without room',
      field({ kind: 'scale', label: 'x', from: 5, to: 5, low: 'l', high: 'h' }),
      `${name} can be answered by nothing.`,
    ],
    [
      'a table of rows outside a long form',
      field({ kind: 'rows', label: 'x', one: 'Row', most: 2, columns: { a: { kind: 'text', label: 'A' } } }),
      'In the fields of the step “finish” the field “asked” is of the kind “rows”, which only long forms ask.',
    ],
    [
      'one answer only',
      field({ kind: 'choice', label: 'x', options: [{ value: 'a', label: 'A' }] }),
      `${name} offers fewer than two answers.`,
    ],
    [
      'the same answer twice',
      field({
        kind: 'choice',
        label: 'x',
        options: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      }),
      `${name} offers the answer “a” twice.`,
    ],
    [
      'an answer without a label',
      field({
        kind: 'choices',
        label: 'x',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: '' },
        ],
      }),
      `${name} has no label for the answer “b”.`,
    ],
    [
      'a condition on a field that is not asked before it',
      field({ ...text, appliesWhen: { field: 'later', is: ['on'] } }),
      `${name} hangs on “later”, which is not asked before it.`,
    ],
    [
      'a condition on an answer that is not offered',
      field({ ...text, appliesWhen: { field: 'which', is: ['up'] } }, { which: choice }),
      `${name} hangs on the answer “up”, which “which” does not offer.`,
    ],
    [
      'an answer that raises an alert of an unknown kind',
      field({
        ...choice,
        options: [
          { value: 'on', label: 'On', raisesAlert: { kind: 'dragon' as 'dog' } },
          { value: 'off', label: 'Off', raisesAlert: { kind: 'dog' } },
        ],
      }),
      'In the fields of the step “finish” the field “asked” raises an alert of the kind “dragon”, which does not exist.',
    ],
    [
      'text that raises an alert of an unknown kind',
      field({ ...text, raisesAlert: { kind: 'dragon' as 'dog' } }),
      'In the fields of the step “finish” the field “asked” raises an alert of the kind “dragon”, which does not exist.',
    ],
    [
      'an answer that updates the record, outside a long form',
      field({ ...text, updates: { field: 'how-to-talk' } }),
      `${name} updates “how-to-talk” of the record, which only long forms do.`,
    ],
    [
      'a question under a key of the page’s own',
      steps({ finish: { fields: { 'happened-on': { kind: 'date', label: 'When?' } } } }),
      'In the fields of the step “finish” the field “happened-on” stands under a key that the page keeps for itself.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })

  it('a reason kept where another field keeps its answer', () => {
    const asking: Field = {
      kind: 'choice',
      label: 'x',
      options: [
        { value: 'a', label: 'A', needsReason: 'Say why' },
        { value: 'b', label: 'B' },
      ],
    }
    const change = steps({ finish: { fields: { asked: asking, 'asked-reason': text } } })
    expect(pathwayFaults(change)).toEqual([
      `${name} keeps its reason under “asked-reason”, which is another field.`,
    ])
  })
})

test('a question updates a field that the record has, in words, and where an earlier answer says so', () => {
  const name = 'In the fields of the form the field'
  const says: Field = { kind: 'text', label: 'Says', updates: { field: 'shoe-size' as 'how-to-talk' } }
  const hangs: Field = {
    kind: 'text',
    label: 'Hangs',
    updates: { field: 'how-to-talk', where: { field: 'not', is: [] } },
  }
  const options = [
    { value: 'a', label: 'A', updates: { field: 'how-to-talk', says: ' ' } },
    { value: 'b', label: 'B', updates: { field: 'how-to-talk', says: 'B it is' } },
  ] as const
  expect(checkFields('form', { says, hangs, which: { kind: 'choice', label: 'Which?', options } })).toEqual([
    `${name} “says” updates “shoe-size” of the record, which does not exist.`,
    `${name} “hangs” hangs on “not”, which is not asked before it.`,
    `${name} “which” does not say what “a” says of the record.`,
  ])
})

test('a table of rows needs words for its rows, and columns that can be told apart', () => {
  const rows: Field = {
    kind: 'rows',
    label: 'Which?',
    one: ' ',
    most: 0,
    columns: {
      a: { kind: 'text', label: 'Same' },
      b: { kind: 'text', label: 'Same', appliesWhen: { field: 'a', is: ['x'] } },
    },
  }
  const name = 'In the fields of the form the field “which”'
  expect(checkFields('form', { which: rows })).toEqual([
    `${name} can be answered by nothing.`,
    `${name} does not say what a row is called.`,
    `${name} has two columns “Same”.`,
    `${name} the column “b” asks for more than its own answer.`,
  ])
})
