import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applicableFields, type Fields, readAnswers, type TypedAnswers } from './index.ts'

const today = Temporal.PlainDate.from('2025-03-04')

const fields: Fields = {
  decision: {
    kind: 'choice',
    label: 'Decision',
    required: 'Choose a decision',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No', needsReason: 'Say why not' },
    ],
  },
  when: { kind: 'date', label: 'Day', notAfterToday: 'The day cannot be in the future' },
  next: {
    kind: 'date',
    label: 'Next',
    required: 'Enter a day',
    appliesWhen: { field: 'decision', is: ['yes'] },
  },
  time: { kind: 'time', label: 'Time' },
  helpers: {
    kind: 'choices',
    label: 'Helpers',
    options: [
      { value: 'school', label: 'School' },
      { value: 'health', label: 'Health' },
    ],
  },
  attempts: { kind: 'number', label: 'Attempts', min: 1, max: 99 },
  worker: { kind: 'person', label: 'Worker', roles: ['officer'] },
  note: { kind: 'textarea', label: 'Note', maxLength: 10 },
}

const read = (typed: TypedAnswers) => readAnswers(fields, typed, today)
const worker = '0193b1a0-7c00-7000-8000-000000000000'

describe('reading what was typed for a step', () => {
  it('keeps each answer in one form, however it was typed', () => {
    const typed = {
      decision: 'yes',
      when: '3 3 2025',
      next: '1 April 2025',
      time: '2.30pm',
      helpers: ['health', 'school', 'health'],
      attempts: ' 3 ',
      worker: worker.toUpperCase(),
      note: ' two\r\nlines ',
    }
    expect(read(typed)).toEqual({
      ok: true,
      value: {
        decision: 'yes',
        when: '2025-03-03',
        next: '2025-04-01',
        time: '14:30',
        helpers: ['health', 'school'],
        attempts: 3,
        worker,
        note: 'two\nlines',
      },
    })
  })

  it('leaves out what is empty and need not be filled in', () => {
    expect(read({ decision: 'no', 'decision-reason': 'Too soon', when: ' ', helpers: [] })).toEqual({
      ok: true,
      value: { decision: 'no', 'decision-reason': 'Too soon' },
    })
  })

  it('does not keep what does not apply to the answer given', () => {
    const result = read({ decision: 'no', 'decision-reason': 'Too soon', next: '1/4/2025' })
    expect(result.ok && Object.keys(result.value)).toEqual(['decision', 'decision-reason'])
    const yes = read({ decision: 'yes', 'decision-reason': 'left over', next: '1/4/2025' })
    expect(yes.ok && Object.keys(yes.value)).toEqual(['decision', 'next'])
  })

  test.each<[string, TypedAnswers, string, string]>([
    ['a choice not made', { decision: '' }, 'decision', 'Choose a decision'],
    [
      'a choice not offered',
      { decision: 'perhaps' },
      'decision',
      'Decision: choose one of the answers offered',
    ],
    ['a reason not given', { decision: 'no', 'decision-reason': '  ' }, 'decision-reason', 'Say why not'],
    ['a day to come', { when: '5/3/2025' }, 'when', 'The day cannot be in the future'],
    ['a day that does not exist', { when: '29/2/2025' }, 'when', 'Day: must be a day that exists'],
    ['a short year', { when: '3/3/25' }, 'when', 'Day: must have a year of four figures'],
    ['a time that is none', { time: 'teatime' }, 'time', 'Time: must be a time, such as 2:30pm'],
    [
      'a helper not offered',
      { helpers: ['school', 'x'] },
      'helpers',
      'Helpers: choose from the answers offered',
    ],
    ['a number too great', { attempts: '100' }, 'attempts', 'Attempts: must be a whole number from 1 to 99'],
    ['part of a number', { attempts: '1.5' }, 'attempts', 'Attempts: must be a whole number from 1 to 99'],
    ['a worker who is no person', { worker: 'me' }, 'worker', 'Worker: choose a person from the list'],
    ['a note too long', { note: '12345678901' }, 'note', 'Note: must be 10 characters or fewer'],
  ])('refuses %s', (_what, typed, field, message) => {
    const result = read({ decision: 'yes', next: '1/4/2025', ...typed })
    expect(result).toEqual({ ok: false, reason: [{ field, message }] })
  })

  it('names every fault, in the order of the fields', () => {
    const result = read({ note: '12345678901', when: 'soon' })
    expect(!result.ok && result.reason.map(({ field }) => field)).toEqual(['decision', 'when', 'note'])
  })

  it('counts characters as people do, not as computers store them', () => {
    expect(read({ decision: 'yes', next: '1/4/2025', note: '😀😀😀😀😀😀' }).ok).toBe(true)
  })

  it('never throws, whatever is sent', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(fields)),
      fc.oneof(fc.string(), fc.array(fc.string())),
    )
    fc.assert(fc.property(anything, typed => typeof read(typed).ok === 'boolean'))
  })
})

describe('fields that hang on one another', () => {
  const chain: Fields = {
    a: { kind: 'choice', label: 'A', options: [] },
    b: { kind: 'choice', label: 'B', options: [], appliesWhen: { field: 'a', is: ['1'] } },
    c: { kind: 'text', label: 'C', maxLength: 9, appliesWhen: { field: 'b', is: ['1'] } },
  }
  it('apply only while all before them do', () => {
    const ids = (answers: Record<string, string>) => applicableFields(chain, answers).map(([id]) => id)
    expect(ids({})).toEqual(['a'])
    expect(ids({ a: '1' })).toEqual(['a', 'b'])
    expect(ids({ a: '1', b: '1' })).toEqual(['a', 'b', 'c'])
    expect(ids({ a: '2', b: '1' })).toEqual(['a'])
  })
})
