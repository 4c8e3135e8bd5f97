import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { always } from '../../kernel/period.ts'
import { clock, days } from '../clocks/index.ts'
import { involvementClocks, type Milestone, stepsThatClocksKnow, waitingClocksOf } from './involvement.ts'
import { byAnswer, end, pathway } from './pathway.ts'

const step = { title: 'Step', done: 'Done', by: ['senior'], fields: {} } as const
const rule = { policy: 'service', source: 'a test', inForce: always } as const

const work = pathway({
  id: 'work',
  kind: 'prevention',
  title: 'Work',
  summary: 'Work until an agreed day.',
  source: 'a test',
  file: 'undone.test.ts',
  routesIn: { school: { title: 'School' } },
  ages: { from: 10, to: 17 },
  stages: {
    asked: { title: 'Asked', means: 'Somebody asked.' },
    active: { title: 'Active', means: 'The work goes on.' },
  },
  steps: {
    ask: { ...step, from: 'start', to: 'asked' },
    start: { ...step, from: ['asked'], to: 'active', fields: { until: { kind: 'date', label: 'Until?' } } },
    finish: { ...step, from: ['active'], to: end('completed') },
    close: { ...step, from: ['asked'], to: end('completed') },
    reopen: { ...step, from: ['ended'], to: byAnswer('where', { back: 'back', anew: 'asked' }) },
  },
  endings: { completed: { title: 'Completed', counts: 'completed' } },
  listensTo: {},
  clocks: [
    clock('planned-end', { ...rule, title: 'Ends', from: 'start', to: 'finish', dueOn: 'until' }),
    clock('asked', { ...rule, title: 'Asked', from: 'ask', to: ['start', 'close'], within: days(7) }),
  ],
})

const now = Temporal.Instant.from('2026-11-21T10:00Z')
const taken = (name: string, day: string, answers: Milestone['answers'] = {}): Milestone => ({
  step: name,
  at: Temporal.Instant.from(`${day}T10:00Z`),
  answers,
})
const asked = taken('ask', '2026-06-01')
const started = taken('start', '2026-07-01', { until: '2026-10-30' })
const finished = taken('finish', '2026-10-20')
const back = taken('reopen', '2026-10-21', { where: 'back' })
const anew = taken('reopen', '2026-10-21', { where: 'anew' })

const plannedEnd = (milestones: readonly Milestone[]) =>
  involvementClocks(work, milestones, [], now, practice.calendars).find(
    line => line.clock.id === 'planned-end',
  )?.state

describe('the day on which the work is meant to end', () => {
  test.each<[string, readonly Milestone[], string]>([
    ['is kept by an ending before it', [asked, started, finished], 'met'],
    ['holds again where that ending was recorded by mistake', [asked, started, finished, back], 'overdue'],
    ['stays kept where the case is decided on anew', [asked, started, finished, anew], 'met'],
    [
      'is the one given on opening again, where one is',
      [asked, started, finished, { ...back, answers: { ...back.answers, until: '2026-12-18' } }],
      'running',
    ],
    [
      'is kept late by the ending that was no mistake',
      [asked, started, finished, back, taken('finish', '2026-11-10')],
      'late',
    ],
    [
      'stays kept where another ending than that of the work was undone',
      [
        asked,
        started,
        finished,
        anew,
        taken('close', '2026-10-25'),
        { ...back, at: Temporal.Instant.from('2026-10-26T10:00Z') },
      ],
      'met',
    ],
    [
      'holds again where both were recorded for the same moment',
      [asked, started, finished, { ...back, at: finished.at }],
      'overdue',
    ],
  ])('%s', (_what, milestones, kind) => {
    expect(plannedEnd(milestones)?.kind).toBe(kind)
  })

  it('is waited for again exactly while the last ending is undone, however often that happens', () => {
    fc.assert(
      fc.property(fc.nat(6), steps => {
        const turns = Array.from({ length: steps }, (_, index) => {
          const day = `2026-10-${String(index + 10).padStart(2, '0')}`
          return index % 2 === 0 ? taken('finish', day) : taken('reopen', day, { where: 'back' })
        })
        expect(plannedEnd([asked, started, ...turns])?.kind).toBe(steps % 2 === 0 ? 'overdue' : 'met')
      }),
    )
  })

  it('is warned of in lists of what is due, which read only what clocks know of', () => {
    const known = stepsThatClocksKnow([work])
    const events = [asked, started, finished, back].filter(it => known.includes(it.step))
    const waiting = waitingClocksOf(work, { endedAt: undefined, events }, now, practice.calendars)
    expect(waiting.map(line => [line.clock.id, line.state.kind])).toEqual([['planned-end', 'overdue']])
  })
})

it('a clock with a length of its own stays stopped: what was done in time was done', () => {
  const lines = involvementClocks(
    work,
    [asked, taken('close', '2026-06-05'), { ...back, at: Temporal.Instant.from('2026-06-06T10:00Z') }],
    [],
    now,
    practice.calendars,
  )
  expect(lines.find(line => line.clock.id === 'asked')?.state.kind).toBe('met')
})
