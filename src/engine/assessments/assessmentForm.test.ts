import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { from, until } from '../../kernel/period.ts'
import {
  type AssessmentForm,
  askedIn,
  assessmentForm,
  changesSince,
  checkAssessmentForm,
  type FormVersion,
  isComplete,
  progressOf,
  type Section,
  versionOn,
} from './index.ts'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No', needsReason: 'Say why' },
] as const

const wording: FormVersion = {
  inForce: from('2026-01-01'),
  sections: {
    strengths: {
      title: 'What goes well',
      fields: { strengths: { kind: 'textarea', label: 'What goes well?', required: 'Say what goes well' } },
    },
    home: {
      title: 'Home',
      fields: {
        moved: { kind: 'choice', label: 'Has the child moved?', required: 'Choose', options: yesNo },
        where: {
          kind: 'text',
          label: 'Where to?',
          required: 'Say where',
          appliesWhen: { field: 'moved', is: ['yes'] },
        },
      },
    },
    move: {
      title: 'The move',
      appliesWhen: { field: 'moved', is: ['yes'] },
      fields: {
        alone: { kind: 'choice', label: 'Alone?', options: yesNo },
        with: { kind: 'text', label: 'With whom?', appliesWhen: { field: 'alone', is: ['no'] } },
      },
    },
    after: {
      title: 'After a move alone',
      appliesWhen: { field: 'alone', is: ['yes'] },
      fields: { support: { kind: 'text', label: 'Who helps?', required: 'Say who helps' } },
    },
  },
}
const form: AssessmentForm = assessmentForm({
  id: 'screening',
  title: 'Screening',
  summary: 'At the beginning.',
  source: 'Invented for this test',
  file: 'practice/somewhere/screening.ts',
  by: ['officer'],
  versions: { '1': wording },
})

const statesOf = (answers: Record<string, string>, saved: readonly string[]) =>
  progressOf(wording, answers, new Set(saved)).map(({ id, state }) => [id, state])

describe('the sections of a form', () => {
  test('apply one after the other: what hangs on a section that is not asked is not asked', () => {
    expect(statesOf({}, []).map(([id]) => id)).toEqual(['strengths', 'home'])
    expect(statesOf({ moved: 'yes', alone: 'yes' }, []).map(([id]) => id)).toEqual([
      'strengths',
      'home',
      'move',
      'after',
    ])
    // The answer is still there, of a time when the child had moved.
    expect(statesOf({ moved: 'no', alone: 'yes' }, []).map(([id]) => id)).toEqual(['strengths', 'home'])
  })

  test('are begun when saved, and complete when nothing is missing', () => {
    expect(statesOf({ strengths: 'Kind' }, ['strengths'])).toEqual([
      ['strengths', 'complete'],
      ['home', 'not-started'],
    ])
    expect(progressOf(wording, { moved: 'yes' }, new Set(['home']))[1]).toMatchObject({
      state: 'started',
      missing: ['where'],
    })
    expect(progressOf(wording, { moved: 'no' }, new Set(['home']))[1]?.missing, 'the reason').toEqual([
      'moved',
    ])
    const whole = progressOf(
      wording,
      { strengths: 'Kind', moved: 'no', 'moved-reason': 'Likes it' },
      new Set(['strengths', 'home']),
    )
    expect(isComplete(whole)).toBe(true)
  })

  test('ask nothing that hangs on what is not asked, whatever was answered', () => {
    const answer = fc.constantFrom('yes', 'no', undefined)
    fc.assert(
      fc.property(answer, answer, (moved, alone) => {
        const given = { ...(moved && { moved }), ...(alone && { alone }) }
        const asked = askedIn(wording, given)
        if (asked.has('support')) expect(asked.has('alone') && alone === 'yes').toBe(true)
        if (asked.has('with')) expect(asked.has('alone') && alone === 'no').toBe(true)
        expect(asked.has('where')).toBe(moved === 'yes')
      }),
    )
  })
})

test('a wording is the one in force on the day', () => {
  const two = { versions: { old: { ...wording, inForce: until('2025-12-31') }, new: wording } }
  expect(versionOn(two, Temporal.PlainDate.from('2025-12-31'))?.id).toBe('old')
  expect(versionOn(two, Temporal.PlainDate.from('2026-01-01'))?.id).toBe('new')
  expect(versionOn({ versions: { new: wording } }, Temporal.PlainDate.from('2025-12-31'))).toBeUndefined()
})

test('what changed is said in the words of each time, a reason with its answer', () => {
  const later: FormVersion = {
    ...wording,
    sections: {
      ...wording.sections,
      strengths: { title: 'Good things', fields: { strengths: { kind: 'textarea', label: 'Good things?' } } },
    },
  }
  const before = { version: wording, answers: { strengths: 'Kind', moved: 'no', 'moved-reason': 'Likes it' } }
  expect(
    changesSince(before, { version: later, answers: { ...before.answers, strengths: 'Kind, funny' } }),
  ).toEqual([{ name: 'strengths', question: 'Good things?', was: 'Kind', is: 'Kind, funny' }])
  expect(changesSince(before, { version: wording, answers: { strengths: 'Kind', moved: 'yes' } })).toEqual([
    { name: 'moved', question: 'Has the child moved?', was: 'No: Likes it', is: 'Yes' },
  ])
  expect(changesSince(before, before)).toEqual([])
})

describe('a definition', () => {
  const faultsOf = (more: Partial<AssessmentForm>) => checkAssessmentForm({ ...form, ...more })

  test('without fault has none', () => expect(faultsOf({})).toEqual([]))

  test('is refused where two wordings hold at once, or nobody may answer', () => {
    expect(faultsOf({ versions: { a: wording, b: wording }, by: [] })).toEqual([
      'Nobody may answer it.',
      'The wordings “a” and “b” are in force at the same time.',
    ])
  })

  test('is refused where a question stands twice, or a section hangs on a later one', () => {
    const { strengths, home, move } = wording.sections
    if (!strengths || !home || !move) throw new Error('the wording has other sections')
    expect(
      faultsOf({
        versions: { a: { ...wording, sections: { move, home, again: { ...home, title: 'Home again' } } } },
      }),
    ).toEqual([
      'In the wording “a” the section “move” hangs on “moved”, which no section before it asks.',
      'In the wording “a” the section “again” asks “moved”, which an earlier section asks.',
      'In the wording “a” the section “again” asks “where”, which an earlier section asks.',
    ])
    const odd = { ...move, by: ['senior' as const], appliesWhen: { field: 'moved', is: ['perhaps'] } }
    expect(faultsOf({ versions: { a: { ...wording, sections: { strengths, home, odd } } } })).toEqual([
      'In the wording “a” the section “odd” is for the role “senior”, which may not open the form.',
      'In the wording “a” the section “odd” hangs on the answer “perhaps”, which “moved” does not offer.',
    ])
  })

  test('is refused where two questions of a section, or two sections, have the same words', () => {
    const { strengths, home } = wording.sections
    if (!strengths || !home) throw new Error('the wording has other sections')
    const same = { ...home.fields, again: { kind: 'text', label: 'Where to?' } } as const
    const sections = { strengths, home: { ...home, title: strengths.title, fields: same } }
    expect(faultsOf({ versions: { a: { ...wording, sections } } })).toEqual([
      'In the wording “a” two sections have the heading “What goes well”.',
      'In the wording “a” the section “home” asks “Where to?” twice: nobody could tell the answers apart.',
    ])
  })

  test('is refused where the sections under one heading do not stand together', () => {
    const { strengths, home, move } = wording.sections
    if (!strengths || !home || !move) throw new Error('the wording has other sections')
    const known = (section: Section) => ({ ...section, under: 'What is known' })
    const together = { strengths: known(strengths), home: known(home), move }
    expect(faultsOf({ versions: { a: { ...wording, sections: together } } })).toEqual([])
    const apart = { strengths: known(strengths), home, move: known(move) }
    expect(faultsOf({ versions: { a: { ...wording, sections: apart } } })).toEqual([
      'In the wording “a” the sections under “What is known” do not stand together.',
    ])
  })
})
