import fc from 'fast-check'
import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { always } from '../../kernel/period.ts'
import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import { clock, days, workingDays } from '../clocks/index.ts'
import {
  availableSteps,
  byAnswer,
  type EndingOf,
  end,
  involvementClocks,
  involvementState,
  type Milestone,
  nextStage,
  pathway,
  type StageOf,
  type StepOf,
  stepsOffered,
} from './index.ts'

const rule = { policy: 'service', source: 'Invented for this test', inForce: always } as const

const mentoring = pathway({
  id: 'mentoring',
  kind: 'prevention',
  title: 'Mentoring',
  summary: 'A mentor for half a year.',
  source: 'Invented for this test',
  file: 'pathways.test.ts',
  routesIn: { school: { title: 'School' } },
  ages: { from: 10, to: 17 },
  followUp: { years: 2 },
  stages: {
    referred: { title: 'Referred', means: 'A school has asked.' },
    matched: { title: 'Matched', means: 'A mentor is found.' },
  },
  steps: {
    refer: {
      title: 'Record the referral',
      done: 'Referred',
      from: 'start',
      to: 'referred',
      by: ['officer'],
      fields: {},
    },
    match: {
      title: 'Record the match',
      done: 'Matched',
      from: ['referred'],
      to: byAnswer('found', { yes: 'matched', no: end('no-mentor') }),
      by: ['volunteer-coordinator', 'senior'],
      fields: {
        found: {
          kind: 'choice',
          label: 'Is there a mentor?',
          required: 'Say whether there is a mentor',
          options: [
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ],
        },
      },
    },
    meet: {
      title: 'Record a meeting',
      done: 'Met',
      from: ['matched'],
      to: 'stay',
      by: ['officer'],
      fields: {},
    },
    finish: {
      title: 'Finish',
      done: 'Finished',
      from: ['matched'],
      to: end('completed'),
      by: ['officer'],
      fields: {},
    },
    thank: {
      title: 'Thank',
      done: 'Thanked',
      from: ['matched', 'ended'],
      to: 'stay',
      by: ['senior'],
      fields: {},
    },
    reopen: {
      title: 'Open again',
      done: 'Opened again',
      from: ['ended'],
      to: 'referred',
      by: ['senior'],
      fields: {},
    },
  },
  endings: {
    completed: { title: 'Completed', counts: 'completed' },
    'no-mentor': { title: 'No mentor found', counts: 'stopped' },
  },
  listensTo: { 'meeting-missed': 'A meeting was missed' },
  clocks: [
    clock('match', { ...rule, title: 'Matched', from: 'refer', to: 'match', within: workingDays(5) }),
    clock('first-meeting', { ...rule, title: 'First meeting', from: 'match', to: 'meet', within: days(7) }),
    clock('thanks', { ...rule, title: 'Thanks', from: 'match', to: 'thank', within: days(7) }),
    clock('missed', {
      ...rule,
      title: 'Missed',
      from: 'meeting-missed',
      to: 'meet',
      repeats: true,
      within: days(1),
    }),
  ],
})

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const taken = (step: string, day: string, answers: Milestone['answers'] = {}): Milestone => ({
  step,
  at: at(`${day}T10:00`),
  answers,
})
const open = (stage: StageOf<typeof mentoring>) => ({ kind: 'open', stage }) as const
const titles = (steps: readonly { readonly title: string }[]) => steps.map(({ title }) => title)

describe('what can be done next', () => {
  it('hangs on where the case stands and who asks', () => {
    expect(titles(availableSteps(mentoring, { kind: 'notStarted' }, 'officer'))).toEqual([
      'Record the referral',
    ])
    expect(titles(availableSteps(mentoring, open('matched'), 'officer'))).toEqual([
      'Finish',
      'Record a meeting',
    ])
    expect(titles(availableSteps(mentoring, open('matched'), 'senior'))).toEqual(['Thank'])
    expect(availableSteps(mentoring, open('matched'), 'inspector')).toEqual([])
    expect(titles(stepsOffered(mentoring, { kind: 'ended', ending: 'completed' }))).toEqual([
      'Thank',
      'Open again',
    ])
  })

  it('leads to the stage, to an ending, to what was answered, or nowhere new', () => {
    expect(nextStage(mentoring, open('referred'), 'match', { found: 'yes' })).toMatchObject({
      value: open('matched'),
    })
    expect(nextStage(mentoring, open('referred'), 'match', { found: 'no' })).toMatchObject({
      value: { kind: 'ended', ending: 'no-mentor' },
    })
    expect(nextStage(mentoring, open('matched'), 'meet', {})).toMatchObject({ value: open('matched') })
    expect(nextStage(mentoring, open('matched'), 'finish', {})).toMatchObject({
      value: { kind: 'ended', ending: 'completed' },
    })
  })

  test.each([
    ['a step that does not exist', 'delete', {}, 'unknown-step'],
    ['a word every object knows', 'constructor', {}, 'unknown-step'],
    ['a step of another stage', 'finish', {}, 'not-offered'],
    ['a choice left open', 'match', {}, 'not-answered'],
    ['an answer that is not offered', 'match', { found: 'toString' }, 'not-answered'],
  ])('refuses %s', (_what, step, answers, kind) => {
    expect(nextStage(mentoring, open('referred'), step, answers)).toMatchObject({
      ok: false,
      reason: { kind },
    })
  })
})

describe('where a case stands', () => {
  const story = [
    taken('refer', '2025-03-03'),
    taken('match', '2025-03-07', { found: 'yes' }),
    taken('meet', '2025-03-10'),
    taken('finish', '2025-09-01'),
  ]
  const stateAfter = (milestones: readonly Milestone[], now = '2025-10-01T10:00') => {
    const state = involvementState(mentoring, milestones, at(now))
    if (!state.ok) throw new Error(state.reason.kind)
    return state.value
  }

  it('is worked out from its milestones', () => {
    expect(stateAfter([])).toEqual({ kind: 'notStarted' })
    expect(stateAfter(story.slice(0, 1))).toMatchObject({ kind: 'open', stage: 'referred' })
    expect(stateAfter(story.slice(0, 3))).toMatchObject({
      kind: 'open',
      stage: 'matched',
      startedAt: at('2025-03-03T10:00'),
      since: at('2025-03-07T10:00'),
    })
    expect(stateAfter(story)).toMatchObject({
      kind: 'ended',
      ending: 'completed',
      endedAt: at('2025-09-01T10:00'),
    })
  })

  it('a child is followed for two years after the ending, the last day included', () => {
    const followUp = (now: string) => {
      const state = stateAfter(story, now)
      return state.kind === 'ended' && state.followUp
    }
    expect(followUp('2027-09-01T23:00')).toMatchObject({ over: false })
    expect(followUp('2027-09-02T00:30')).toMatchObject({ over: true })
  })

  it('keeps the day of the ending when something is recorded afterwards', () => {
    expect(stateAfter([...story, taken('thank', '2025-09-08')])).toMatchObject({
      endedAt: at('2025-09-01T10:00'),
    })
  })

  it('can be opened again', () => {
    expect(stateAfter([...story, taken('reopen', '2025-09-09')])).toMatchObject({
      kind: 'open',
      stage: 'referred',
      startedAt: at('2025-03-03T10:00'),
    })
  })

  it('is refused for milestones that cannot have happened in this order', () => {
    const wrong = involvementState(mentoring, [taken('finish', '2025-03-03')], at('2025-10-01T10:00'))
    expect(wrong).toMatchObject({ ok: false, reason: { kind: 'not-offered', step: 'finish' } })
  })

  it('taking only steps that are offered never leads out of the pathway', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.constantFrom('yes', 'no')), { maxLength: 30 }), choices => {
        const milestones: Milestone[] = []
        for (const [choice, found] of choices) {
          const state = involvementState(mentoring, milestones, at('2025-10-01T10:00'))
          if (!state.ok) throw new Error(state.reason.kind)
          const offered = stepsOffered(mentoring, state.value)
          const step = offered[choice % offered.length]
          if (step) milestones.push(taken(step.id, '2025-03-03', { found }))
        }
        expect(involvementState(mentoring, milestones, at('2025-10-01T10:00')).ok).toBe(true)
      }),
    )
  })
})

describe('the clocks of a case', () => {
  const bankHolidays: BankHolidayCalendar = {
    name: 'None',
    firstYear: 2025,
    lastYear: 2025,
    lastAnnouncedYear: 2025,
    holidays: new Map(),
  }
  const calendars = { bankHolidays, zone: 'Europe/London' }
  const kindsAt = (milestones: readonly Milestone[], now: string, overrides = {}) =>
    involvementClocks(mentoring, milestones, [], at(now), calendars, Object.values(overrides)).map(
      ({ clock: { id }, state }) => `${id} ${state.kind}`,
    )

  it('start and stop with its milestones', () => {
    expect(kindsAt([taken('refer', '2025-03-03')], '2025-03-04T09:00')).toEqual([
      'match running',
      'first-meeting notStarted',
      'thanks notStarted',
      'missed notStarted',
    ])
  })

  it('stop when it ends, but for what can still be done afterwards', () => {
    const ended = [
      taken('refer', '2025-03-03'),
      taken('match', '2025-03-04', { found: 'yes' }),
      taken('finish', '2025-03-05'),
    ]
    expect(kindsAt(ended, '2025-03-20T09:00')).toEqual([
      'match met',
      'first-meeting stopped',
      'thanks overdue',
      'missed notStarted',
    ])
  })

  it('start and stop with what happens elsewhere in the record', () => {
    const matched = [taken('refer', '2025-03-03'), taken('match', '2025-03-04', { found: 'yes' })]
    const missed = [{ step: 'meeting-missed', at: at('2025-03-10T16:00') }]
    const lines = involvementClocks(mentoring, matched, missed, at('2025-03-11T09:00'), calendars)
    expect(lines.at(-1)?.state).toMatchObject({ kind: 'running', dueToday: true })
  })

  it('heed a service’s own length for this pathway and no other', () => {
    const own = { clock: 'match', within: days(1), inForce: always, source: 'Board', reason: 'Sooner' }
    const referred = [taken('refer', '2025-03-03')]
    expect(kindsAt(referred, '2025-03-05T09:00', { own: { ...own, pathway: 'mentoring' } })[0]).toBe(
      'match overdue',
    )
    expect(kindsAt(referred, '2025-03-05T09:00', { own: { ...own, pathway: 'diversion' } })[0]).toBe(
      'match running',
    )
  })
})

describe('what the compiler knows of a pathway', () => {
  it('its stages, steps and endings one by one', () => {
    expectTypeOf<StageOf<typeof mentoring>>().toEqualTypeOf<'referred' | 'matched'>()
    expectTypeOf<EndingOf<typeof mentoring>>().toEqualTypeOf<'completed' | 'no-mentor'>()
    expectTypeOf<'meet'>().toExtend<StepOf<typeof mentoring>>()
  })

  it('and refuses what the pathway does not have', () => {
    const { steps, clocks, ...rest } = mentoring
    const finish = { ...steps.finish, to: 'finished' } as const
    // @ts-expect-error: there is no stage called finished
    pathway({ ...rest, steps: { ...steps, finish }, clocks: [] })
    // @ts-expect-error: there is no ending called lost
    pathway({ ...rest, steps: { ...steps, finish: { ...finish, to: end('lost') } }, clocks: [] })
    const lost = clock('lost', { ...rule, title: 'Lost', from: 'refer', to: 'lose', within: days(1) })
    // @ts-expect-error: there is no step called lose
    pathway({ ...rest, steps, clocks: [...clocks, lost] })
    // @ts-expect-error: there is no stage called finished
    nextStage(mentoring, { kind: 'open', stage: 'finished' }, 'finish', {})
  })
})
