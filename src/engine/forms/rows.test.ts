import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentFrom } from '../../platform/http/index.ts'
import { answerWords } from './answerWords.ts'
import { type Answers, form, type Row } from './field.ts'
import { fingerprints, withUntouched } from './opened.ts'
import { readForm, type Typed, typedFrom } from './readForm.ts'
import { addRow, removeRow, rowsIn, rowsOf, withRows } from './rows.ts'
import { typedAnswers } from './typedAnswers.ts'

const goals = form({
  id: 'goals',
  fields: {
    goals: {
      kind: 'rows',
      label: 'Which goals?',
      required: 'Write a goal',
      one: 'Goal',
      most: 3,
      columns: {
        what: { kind: 'text', label: 'What', required: 'say what it is' },
        by: { kind: 'date', label: 'By when' },
        sure: { kind: 'number', label: 'How sure', min: 0, max: 10 },
      },
    },
  },
})
const today = Temporal.PlainDate.from('2026-11-21')
const read = (sent: Record<string, string | string[]>) => readForm(goals, sentFrom(sent), today)
const errorsOf = (sent: Record<string, string | string[]>) => {
  const result = read(sent)
  return result.ok ? [] : result.errors
}

describe('a table of rows', () => {
  test('is kept row by row, and a row with nothing in it is left out', () => {
    const result = read({
      goals: ['1', '2', '5'],
      'goals-1-what': 'A job',
      'goals-1-by': '1/3/2027',
      'goals-5-what': 'Home by ten',
      'goals-5-sure': '7',
    })
    expect(result.ok && result.answers).toEqual({
      goals: [
        { what: 'A job', by: '2027-03-01' },
        { what: 'Home by ten', sure: 7 },
      ],
    })
  })

  test('says which row is wrong, as it is counted on the page, and leads to its box', () => {
    expect(errorsOf({ goals: ['1', '4'], 'goals-1-what': 'A job', 'goals-4-by': 'soon' })).toEqual([
      { field: 'goals-4-what', message: 'Goal 2: say what it is' },
      {
        field: 'goals-4-by',
        message: 'Goal 2: By when must be a date, like 27 3 2026. Leave it empty if it is not known',
      },
    ])
  })

  test('must have a row where an answer is required, and never more than there is room for', () => {
    expect(errorsOf({ goals: '' })).toEqual([{ field: 'goals-1-what', message: 'Write a goal' }])
    const four = { goals: ['1', '2', '3', '4'], ...whats(['a', 'b', 'c', 'd']) }
    expect(errorsOf(four)[0]?.message).toBe('Which goals? There may be 3 at most: take away 1')
  })

  test('is read as a line for each row', () => {
    const answers: Answers = { goals: [{ what: 'A job', by: '2027-03-01' }, { what: 'Home by ten' }] }
    expect(answerWords(goals.fields, answers)).toEqual([
      {
        question: 'Which goals?',
        answer: '1. What: A job; By when: 1 March 2027\n2. What: Home by ten',
      },
    ])
  })

  test('nothing that is no row of the page is taken for one', () => {
    const typed = typedFrom(goals, sentFrom({ goals: ['1', '__proto__', 'x'], 'goals-1-what': 'A job' }))
    expect(rowsIn('goals', typed)).toEqual(['1'])
  })
})

const whats = (words: readonly string[]) =>
  Object.fromEntries(words.map((what, index) => [`goals-${index + 1}-what`, what]))

describe('rows are added and taken away', () => {
  const anyRows = fc.array(
    fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter(text => text.trim() !== ''),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  const opened = (rows: readonly string[]): Typed =>
    typedAnswers(goals.fields, { goals: rows.map((what): Row => ({ what: what.trim() })) })

  test('a row that is added and taken away again leaves all as it was', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const before = opened(rows)
        const more = withRows(before, goals.fields, addRow('goals'))
        const added = rowsIn('goals', more).at(-1) ?? ''
        expect(rowsIn('goals', more)).toHaveLength(rows.length + 1)
        expect(withRows(more, goals.fields, removeRow('goals', added))).toEqual(before)
      }),
    )
  })

  test('taking one away leaves the words of the others with them', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(2), (rows, which) => {
        const left = withRows(opened(rows), goals.fields, removeRow('goals', String(which + 1)))
        const sent = Object.fromEntries(Object.entries(left).map(([name, value]) => [name, [value].flat()]))
        const result = readForm({ ...goals, isPartial: true }, sentFrom(sent), today)
        expect(result.ok && rowsOf(result.answers.goals).map(({ what }) => what)).toEqual(
          rows.filter((_, index) => index !== which).map(what => what.trim()),
        )
      }),
    )
  })

  test('what was kept comes back as it was typed', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const typed = opened(rows)
        const sent = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat()]))
        const result = read(sent)
        expect(result.ok && typedAnswers(goals.fields, result.answers)).toEqual(typed)
      }),
    )
  })

  test('of another question, or what is no button of the page, nothing happens', () => {
    const typed = opened(['A job'])
    expect(withRows(typed, goals.fields, 'other add')).toBe(typed)
    expect(withRows(typed, goals.fields, 'goals burn')).toBe(typed)
  })
})

test('rows that somebody else added meanwhile stand beside what I typed', () => {
  const before = typedAnswers(goals.fields, { goals: [{ what: 'A job' }] })
  const theirs = typedAnswers(goals.fields, { goals: [{ what: 'A job' }, { what: 'A bed' }] })
  const mine = { ...before, 'goals-1-what': 'A good job' }
  const merged = withUntouched(mine, theirs, fingerprints(before))
  expect(merged).toMatchObject({ goals: ['1', '2'], 'goals-1-what': 'A good job', 'goals-2-what': 'A bed' })
})
