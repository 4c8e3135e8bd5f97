import { describe, expect, it, test } from 'vitest'
import { type Answers, askingPeople, readForm } from '../../src/engine/forms/index.ts'
import { decisionsOn } from '../../src/engine/forums/index.ts'
import { findForum } from '../../src/engine/packs/index.ts'
import {
  findStep,
  involvementClocks,
  involvementState,
  type Milestone,
} from '../../src/engine/pathways/index.ts'
import { roles } from '../../src/platform/access/roles.ts'
import { sentFrom } from '../../src/platform/http/index.ts'
import { practice } from '../index.ts'
import { outOfCourt } from './outOfCourt.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const worker = { userId: '0193b1a0-7c00-7000-8000-000000000000', name: 'A colleague', roles }

/** A step taken at ten in the morning, with what was typed read as the program reads it. */
function taken(
  step: string,
  day: string,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
): Milestone {
  const read = readForm(
    { id: step, fields: askingPeople(findStep(outOfCourt, step)?.fields ?? {}, [worker]) },
    sentFrom(typed),
    Temporal.PlainDate.from('2026-12-31'),
  )
  if (!read.ok) throw new Error(`${step}: ${read.errors.map(({ message }) => message).join('; ')}`)
  return { step, at: at(`${day}T10:00`), answers: read.answers }
}

const received = (kind = 'other', more: Answers = {}) =>
  taken('receive', '2026-03-02', {
    'offence-kind': kind,
    admitted: 'yes',
    'victim-consent': 'yes',
    ...(more as Record<string, string>),
  })
const picture = {
  'asked-of': 'child',
  strengths: 'Plays the drums',
  worries: 'Nothing',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
}
const screened = taken('screen', '2026-03-10', picture)
const heard = taken('hear-victim', '2026-03-11', { 'victim-asked': 'yes', 'victim-view': 'An apology' })
const decided = (outcome: string) =>
  taken('decide-outcome', '2026-03-12', {
    'police-outcome': outcome,
    ...(outcome === '8' && { 'admitted-for-resolution': 'accepts' }),
    ...(['2', '2A'].includes(outcome) && { 'admitted-for-caution': 'to-police' }),
    'decided-by': 'joint',
    'gravity-offence': '3',
    'gravity-final': '2',
    departs: 'no',
    reason: 'It helps more',
  })

const stateOf = (...milestones: Milestone[]) => {
  const state = involvementState(outOfCourt, milestones, at('2026-04-01T10:00'))
  if (!state.ok) throw new Error(state.reason.kind)
  return state.value
}
const clockOf = (id: string, milestones: readonly Milestone[], now: string) =>
  involvementClocks(outOfCourt, milestones, [], at(now), practice.calendars).find(
    ({ clock }) => clock.id === id,
  )?.state

describe('a child whom the police may deal with out of court', () => {
  it('is screened, whoever was harmed is heard, and then it is decided', () => {
    const story = [received(), screened, heard, decided('22')]
    expect(story.map((_, index) => stateOf(...story.slice(0, index + 1)))).toMatchObject([
      { stage: 'referred' },
      { stage: 'assessed' },
      { stage: 'ready' },
      { stage: 'decided' },
    ])
  })

  it.each(['serious-violence', 'sexual', 'weapon'])('is fully assessed before the decision: %s', kind => {
    const screening = taken('screen-grave', '2026-03-10', picture)
    expect(stateOf(received(kind), screening)).toMatchObject({ stage: 'to-assess' })
    expect(stateOf(received(kind), screening, taken('assess', '2026-03-11'))).toMatchObject({
      stage: 'assessed',
    })
  })

  it('is not decided on before whoever was harmed was heard, or could not be', () => {
    const [state] = [
      involvementState(outOfCourt, [received(), screened, decided('22')], at('2026-04-01T10:00')),
    ]
    expect(state.ok).toBe(false)
  })

  test.each([
    ['none', 'no-further-action'],
    ['21', 'no-further-action'],
    ['20', 'other-agency'],
    ['1', 'charged'],
  ])('the case ends with the outcome %s', (outcome, ending) => {
    expect(stateOf(received(), screened, heard, decided(outcome))).toMatchObject({ kind: 'ended', ending })
  })

  test.each(['8', '22', '23', '2', '2A'])('and goes on with the outcome %s', outcome => {
    expect(stateOf(received(), screened, heard, decided(outcome))).toMatchObject({
      kind: 'open',
      stage: 'decided',
    })
  })
})

describe('what the child has said', () => {
  const faults = (typed: Readonly<Record<string, string>>) => {
    const read = readForm(
      { id: 'decide-outcome', fields: findStep(outOfCourt, 'decide-outcome')?.fields ?? {} },
      sentFrom({
        'decided-by': 'joint',
        'gravity-offence': '3',
        'gravity-final': '2',
        departs: 'no',
        reason: 'So',
        ...typed,
      }),
      Temporal.PlainDate.from('2026-12-31'),
    )
    return read.ok ? [] : read.errors.map(({ field }) => field)
  }

  it.each(['2', '2A'])('a caution needs an admission: %s', outcome => {
    expect(faults({ 'police-outcome': outcome })).toEqual(['admitted-for-caution'])
    expect(faults({ 'police-outcome': outcome, 'admitted-for-caution': 'accepts' })).toEqual([
      'admitted-for-caution',
    ])
    expect(faults({ 'police-outcome': outcome, 'admitted-for-caution': 'to-police' })).toEqual([])
  })

  it('a community resolution needs that the child at least takes responsibility', () => {
    expect(faults({ 'police-outcome': '8' })).toEqual(['admitted-for-resolution'])
    expect(faults({ 'police-outcome': '8', 'admitted-for-resolution': 'accepts' })).toEqual([])
  })

  it.each(['none', '20', '21', '22', '23', '1'])('others need no word of the child: %s', outcome => {
    expect(faults({ 'police-outcome': outcome })).toEqual([])
  })
})

describe('the clocks of a decision out of court', () => {
  it('give ten working days from the referral, over Easter too', () => {
    // Good Friday and Easter Monday 2026: 3 and 6 April.
    const late = { ...received(), at: at('2026-03-27T10:00') }
    expect(clockOf('assessment', [late], '2026-04-13T12:00')).toMatchObject({
      kind: 'running',
      dueToday: false,
    })
    expect(clockOf('assessment', [late], '2026-04-14T12:00')).toMatchObject({
      kind: 'running',
      dueToday: true,
    })
    expect(clockOf('assessment', [late], '2026-04-15T12:00')).toMatchObject({ kind: 'overdue' })
  })

  it('ask of a grave offence for the full assessment, and not only for the screening', () => {
    const grave = [received('weapon'), taken('screen-grave', '2026-03-10', picture)]
    expect(clockOf('assessment', grave, '2026-03-11T12:00')).toMatchObject({ kind: 'running' })
    expect(
      clockOf('assessment', [...grave, taken('assess', '2026-03-16')], '2026-03-17T12:00'),
    ).toMatchObject({ kind: 'met' })
  })

  it('count what the police are told from the day of the bail, and only once that is known', () => {
    expect(clockOf('police-informed', [received()], '2026-03-05T12:00')).toEqual({ kind: 'notStarted' })
    const bailed = received('other', { 'bail-date': '27/2/2026' })
    // 15 working days from Friday 27 February 2026.
    expect(clockOf('police-informed', [bailed], '2026-03-20T12:00')).toMatchObject({
      kind: 'running',
      dueToday: true,
    })
    expect(clockOf('police-informed', [bailed], '2026-03-21T12:00')).toMatchObject({ kind: 'overdue' })
    const later = [received(), taken('record-bail', '2026-03-04', { 'bail-date': '27/2/2026' })]
    expect(clockOf('police-informed', later, '2026-03-20T12:00')).toMatchObject({
      kind: 'running',
      dueToday: true,
    })
    const told = taken('inform-police', '2026-03-20', { told: 'Outcome 22' })
    expect(clockOf('police-informed', [bailed, screened, told], '2026-04-20T12:00')).toMatchObject({
      kind: 'met',
    })
  })
})

test.each([
  ['2026-01-31', false],
  ['2026-02-01', true],
])('Outcome 23 can be decided on %s: %s', (day, can) => {
  const panel = findForum(practice, 'joint-decision-panel')
  const ids = panel
    ? decisionsOn(panel, practice.codeLists, Temporal.PlainDate.from(day)).map(([id]) => id)
    : []
  expect(ids).toContain('outcome-22')
  expect(ids.includes('outcome-23')).toBe(can)
})
