import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Field } from '../forms/index.ts'
import {
  boundsOf,
  byAnswer,
  correctMilestone,
  end,
  type Milestone,
  type Pathway,
  pathway,
  replay,
  stepsOffered,
} from './index.ts'

const step = { title: 'Do it', done: 'Done', by: ['officer'] } as const
const yesOrNo: Field = {
  kind: 'choice',
  label: 'Yes or no?',
  required: 'Choose',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
}

const help: Pathway = pathway({
  id: 'help',
  kind: 'prevention',
  title: 'Help',
  summary: 'Help for a while.',
  source: 'Invented for this test',
  file: 'correction.test.ts',
  routesIn: { school: { title: 'School' } },
  ages: { from: 10, to: 17 },
  stages: {
    asked: { title: 'Asked', means: 'A school has asked.' },
    offered: { title: 'Offered', means: 'Help is offered.' },
    active: { title: 'Active', means: 'Help is given.' },
  },
  steps: {
    ask: { ...step, from: 'start', to: 'asked', fields: {} },
    decide: {
      ...step,
      from: ['asked'],
      to: byAnswer('yes', { yes: 'offered', no: end('refused') }),
      fields: { yes: yesOrNo },
    },
    tell: { ...step, from: ['offered', 'active', 'ended'], to: 'stay', fields: {} },
    name: {
      ...step,
      from: ['offered', 'active'],
      to: 'stay',
      holder: 'who',
      fields: { who: { kind: 'person', label: 'Who?', roles: ['officer'] } },
    },
    begin: { ...step, from: ['offered'], to: 'active', fields: {} },
    finish: {
      ...step,
      from: ['active'],
      to: byAnswer('well', { yes: end('completed'), no: end('stopped') }),
      fields: { well: yesOrNo },
    },
    reopen: { ...step, from: ['ended'], to: 'asked', fields: {} },
  },
  endings: {
    refused: { title: 'Refused', counts: 'not-suitable' },
    completed: { title: 'Completed', counts: 'completed' },
    stopped: { title: 'Stopped', counts: 'stopped' },
  },
  listensTo: {},
  clocks: [],
})

const day = (of: number) => Temporal.Instant.from('2026-03-01T12:00Z').add({ hours: 24 * of })
const taken = (id: string, of: number, answers: Milestone['answers'] = {}): Milestone => ({
  step: id,
  at: day(of),
  answers,
})

const story = [
  taken('ask', 0),
  taken('decide', 2, { yes: 'yes' }),
  taken('tell', 1),
  taken('begin', 4),
  taken('finish', 10, { well: 'yes' }),
]

describe('a milestone that was recorded wrongly', () => {
  it('gives the case another ending, and another day on which it ended', () => {
    const other = correctMilestone(help, story, 4, { at: day(8), answers: { well: 'no' } })
    expect(other).toMatchObject({
      ok: true,
      value: { position: { kind: 'ended', ending: 'stopped' }, since: day(8) },
    })
  })

  it('opens a case that had ended, or ends one that was open', () => {
    const refused = [taken('ask', 0), taken('decide', 2, { yes: 'no' }), taken('tell', 3)]
    const opened = correctMilestone(help, refused, 1, { at: day(2), answers: { yes: 'yes' } })
    expect(opened).toMatchObject({
      value: { position: { kind: 'open', stage: 'offered' }, stages: ['asked', 'offered', 'offered'] },
    })
    const ended = correctMilestone(help, story.slice(0, 3), 1, { at: day(2), answers: { yes: 'no' } })
    expect(ended).toMatchObject({
      value: { position: { kind: 'ended', ending: 'refused' }, stages: ['asked', 'asked', 'asked'] },
    })
  })

  it('is not corrected so that a later step could not have been taken, and that step is named', () => {
    const refused = correctMilestone(help, story, 1, { at: day(2), answers: { yes: 'no' } })
    expect(refused).toEqual({ ok: false, reason: { kind: 'later-step', index: 3 } })
  })

  it('is not the one that opened the case', () => {
    const refused = correctMilestone(help, story, 0, { at: day(1), answers: {} })
    expect(refused).toEqual({ ok: false, reason: { kind: 'opens-the-case' } })
  })

  it('is not corrected where the steps before it do not follow from one another', () => {
    const unsound = [taken('ask', 0), taken('begin', 1), taken('finish', 2, { well: 'yes' })]
    const refused = correctMilestone(help, unsound, 2, { at: day(2), answers: { well: 'no' } })
    expect(refused).toEqual({ ok: false, reason: { kind: 'does-not-follow' } })
  })
})

describe('the day of a corrected milestone', () => {
  const onDay = (index: number, of: number) => {
    const { answers } = story[index] ?? taken('ask', 0)
    const corrected = correctMilestone(help, story, index, { at: day(of), answers })
    return corrected.ok ? 'taken' : corrected.reason.kind
  }

  test.each([
    ['a step that moves the case, between its neighbours', 3, 3, 'taken'],
    ['on the day of the one before', 3, 2, 'taken'],
    ['before the one before', 3, 1, 'too-early'],
    ['on the day of the one after', 3, 10, 'taken'],
    ['after the one after', 3, 11, 'too-late'],
    ['what leaves the case in its place, any day since it began', 2, 30, 'taken'],
    ['what leaves the case in its place, before it began', 2, -1, 'too-early'],
    ['the last one, any later day', 4, 30, 'taken'],
  ])('%s', (_what, index, of, answer) => {
    expect(onDay(index, of)).toBe(answer)
  })

  it('of a step that names the holder keeps the order too', () => {
    const named = [...story.slice(0, 4), taken('name', 5), story[4] ?? taken('finish', 10)]
    expect(boundsOf(help, named, 4, 'name')).toEqual({ notBefore: day(4), notAfter: day(10) })
    expect(boundsOf(help, named, 2, 'tell')).toEqual({ notBefore: day(0), notAfter: undefined })
    expect(boundsOf(help, named, named.length, 'reopen')).toEqual({
      notBefore: day(10),
      notAfter: undefined,
    })
  })
})

/** A case of up to twenty steps, each one that was offered, on the same day as the one before or later. */
const cases = fc
  .array(fc.tuple(fc.nat(9), fc.constantFrom('yes', 'no'), fc.nat(3)), { minLength: 1, maxLength: 20 })
  .map(choices => {
    const milestones: Milestone[] = []
    let on = 0
    for (const [choice, answer, later] of choices) {
      const so = replay(help, milestones)
      if (!so.ok) throw new Error('a walk that does not follow')
      const offered = stepsOffered(help, so.value.position)
      const next = offered[choice % offered.length]
      on += later
      if (next) milestones.push(taken(next.id, on, { yes: answer, well: answer }))
    }
    return milestones
  })

describe('of any case', () => {
  it('correcting a milestone with what it already holds changes nothing', () => {
    fc.assert(
      fc.property(cases, milestones => {
        for (const [index, { at, answers }] of milestones.entries()) {
          if (index === 0) continue
          expect(correctMilestone(help, milestones, index, { at, answers })).toEqual(replay(help, milestones))
        }
      }),
    )
  })

  it('a correction that is taken leaves steps that follow from one another, on days in their order', () => {
    fc.assert(
      fc.property(
        cases,
        fc.nat(),
        fc.constantFrom('yes', 'no'),
        fc.nat(60),
        (milestones, which, answer, on) => {
          const index = which % milestones.length
          const correction = { at: day(on), answers: { yes: answer, well: answer } }
          const corrected = correctMilestone(help, milestones, index, correction)
          const was = milestones[index]
          if (!corrected.ok || !was) return
          const after = milestones.with(index, { ...was, ...correction })
          expect(replay(help, after)).toEqual(corrected)
          const ordered = after.filter(({ step }) => step !== 'tell').map(({ at }) => at.epochMilliseconds)
          expect(ordered).toEqual(ordered.toSorted((one, other) => one - other))
        },
      ),
    )
  })
})
