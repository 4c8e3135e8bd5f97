import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { form } from './field.ts'
import { jsonFields } from './jsonFields.ts'

const referral = form({
  id: 'referral',
  fields: {
    'family-name': { kind: 'text', label: 'Family name', required: 'Enter the family name', maxLength: 5 },
    postcode: {
      kind: 'text',
      label: 'Postcode',
      pattern: { test: /^[A-Z]+$/, message: 'Postcode: in capitals' },
    },
    born: { kind: 'date', label: 'Born', notAfterToday: 'Not in the future' },
    at: { kind: 'time', label: 'At' },
    hours: { kind: 'number', label: 'Hours', min: 1, max: 25 },
    why: {
      kind: 'choice',
      label: 'Why',
      required: 'Choose why',
      options: [
        { value: 'a', label: 'Absent' },
        { value: 'b', label: 'Bullied' },
      ],
    },
    who: {
      kind: 'choices',
      label: 'Who',
      options: [{ value: 'x', label: 'Mother' }],
      appliesWhen: { field: 'why', is: ['b'] },
    },
    more: { kind: 'textarea', label: 'More' },
  },
})

const needed = { family_name: 'Lee', why: 'a' }
const wrong = (more: object) => {
  const read = jsonFields(referral).safeParse({ ...needed, ...more })
  return read.success ? [] : read.error.issues.map(({ message }) => message)
}

describe('a body', () => {
  test('needs what the form needs; the rest may be left out or null', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ born: null, hours: null, more: null, postcode: null, who: null })).toEqual([])
    expect(wrong({ family_name: undefined, why: null })).toEqual(['Enter the family name', 'Choose why'])
    expect(wrong({ family_name: '' })).toEqual(['Enter the family name'])
  })

  test.each<[object, string]>([
    [{ family_name: 7 }, 'Family name: must be text'],
    [{ family_name: 'Leeson' }, 'Family name must be 5 characters or fewer'],
    [{ postcode: 'mk9' }, 'Postcode: in capitals'],
    [{ born: '27/3/2026' }, 'Born: must be a date that there is, as text like "2026-03-27"'],
    [{ born: '2026-02-29' }, 'Born: must be a date that there is, as text like "2026-03-27"'],
    [{ at: '4pm' }, 'At: must be a time, as text like "16:00"'],
    [{ hours: 26 }, 'Hours: must be from 1 to 25'],
    [{ hours: 1.5 }, 'Hours: must be a whole number'],
    [{ hours: '3' }, 'Hours: must be a whole number'],
    [{ why: 'Absent' }, 'Why: must be one of "a", "b"'],
    [{ who: 'x' }, 'Who: must be a list'],
    [{ who: ['y'] }, 'Who: must be one of "x"'],
  ])('%j is answered with words', (more, words) => {
    expect(wrong(more)).toEqual([words])
  })
})

test('the description says of each field what it is, and of each code what it means', () => {
  const { properties, required, additionalProperties } = z.toJSONSchema(jsonFields(referral), { io: 'input' })
  expect(required).toEqual(['family_name', 'why'])
  expect(additionalProperties).toBe(false)
  expect(properties?.family_name).toMatchObject({ title: 'Family name', type: 'string', maxLength: 5 })
  expect(JSON.stringify(properties?.born)).toContain('Not in the future.')
  expect(properties?.why).toMatchObject({
    anyOf: [
      { const: 'a', title: 'Absent' },
      { const: 'b', title: 'Bullied' },
    ],
  })
  expect(JSON.stringify(properties?.who)).toContain('Only where “Why” is “Bullied”.')
})

test('what a program cannot be asked is a fault of the form', () => {
  const asking = (field: Parameters<typeof form>[0]['fields'][string]) => () =>
    jsonFields({ id: 'odd', fields: { odd: field } })
  expect(asking({ kind: 'password', label: 'Password', autocomplete: 'new-password' })).toThrow('Password')
  expect(asking({ kind: 'file', label: 'File' })).toThrow('File')
  const pattern = { test: /^[a-z]$/i, message: '' }
  expect(asking({ kind: 'text', label: 'Flags', pattern })).toThrow('hangs on its flags')
})
