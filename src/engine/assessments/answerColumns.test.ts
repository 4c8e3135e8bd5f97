import { describe, expect, it } from 'vitest'
import { answerColumns } from './answerColumns.ts'
import type { FormVersion } from './assessmentForm.ts'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

const first: FormVersion = {
  inForce: { from: '2026-01-01', until: '2026-06-30' },
  sections: {
    life: {
      title: 'Life',
      fields: {
        school: { kind: 'choice', label: 'Is there a school?', options: yesNo },
        hours: {
          kind: 'number',
          label: 'How many hours a week?',
          min: 0,
          max: 60,
          appliesWhen: { field: 'school', is: ['yes'] },
        },
        words: { kind: 'textarea', label: 'In your own words' },
      },
    },
  },
} as never
const second: FormVersion = {
  inForce: { from: '2026-07-01' },
  sections: {
    life: {
      title: 'Life',
      fields: {
        school: {
          kind: 'choice',
          label: 'Does the child go to a school?',
          options: [...yesNo, { value: 'part', label: 'In part' }],
        },
        help: {
          kind: 'choices',
          label: 'Who helps?',
          options: [
            { value: 'gran', label: 'A grandparent' },
            { value: 'friend', label: 'A friend' },
          ],
        },
        moved: { kind: 'date', label: 'Last move' },
        harm: {
          kind: 'choice',
          label: 'How likely?',
          judges: 'Serious harm',
          options: [
            { value: 'low', label: 'Low' },
            { value: 'high', label: 'High' },
          ],
        },
      },
    },
  },
} as never

const columns = answerColumns({ versions: { first, second } })
const read = (name: string, version: FormVersion, answers: Record<string, string | number | string[]>) =>
  columns.find(each => each.name === name)?.read({ version, answers })

describe('the columns of a form for measures', () => {
  it('are those of every wording, headed as in the last, and none of what is written in words', () => {
    expect(columns.map(({ name, heading }) => [name, heading])).toEqual([
      ['school', 'Does the child go to a school?'],
      ['hours', 'How many hours a week?'],
      ['help-gran', 'Who helps?: A grandparent'],
      ['help-friend', 'Who helps?: A friend'],
      ['moved', 'Last move'],
      ['harm', 'Serious harm'],
    ])
    expect(columns.filter(({ isJudgement }) => isJudgement).map(({ name }) => name)).toEqual(['harm'])
  })

  it('read an answer by the wording that it was given to', () => {
    expect(read('school', second, { school: 'part' })).toBe('In part')
    expect(read('school', first, { school: 'yes' })).toBe('Yes')
    expect(read('hours', second, { hours: 12 })).toBeNull()
    expect(read('moved', second, { moved: '2026-08-01' })).toEqual(Temporal.PlainDate.from('2026-08-01'))
  })

  it('leave out what was not asked any more when the form was answered', () => {
    expect(read('hours', first, { school: 'yes', hours: 12 })).toBe(12)
    expect(read('hours', first, { school: 'no', hours: 12 })).toBeNull()
    expect(read('hours', first, {})).toBeNull()
  })

  it('say yes or no to each of several answers, and nothing where none was asked for', () => {
    expect(read('help-gran', second, { help: ['gran'] })).toBe('Yes')
    expect(read('help-friend', second, { help: ['gran'] })).toBe('No')
    expect(read('help-gran', second, {})).toBeNull()
  })
})
