import { describe, expect, it, test } from 'vitest'
import { type Answers, askingPeople, chosenIn, readForm } from '../../src/engine/forms/index.ts'
import {
  availableSteps,
  findStep,
  involvementClocks,
  involvementState,
  type Milestone,
  type PositionOn,
} from '../../src/engine/pathways/index.ts'
import { type Role, roles } from '../../src/platform/access/roles.ts'
import { sentFrom } from '../../src/platform/http/index.ts'
import { practice } from '../index.ts'
import { diversion } from './diversion.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const today = Temporal.PlainDate.from('2025-12-31')

type TypedAnswers = Readonly<Record<string, string | readonly string[] | number>>

const worker = '0193b1a0-7c00-7000-8000-000000000000'
const colleague = { userId: worker, name: 'A colleague', roles }

/** What was typed for a step, read as the program reads it. */
const readStep = (step: string, typed: TypedAnswers) =>
  readForm(
    { id: step, fields: askingPeople(findStep(diversion, step)?.fields ?? {}, [colleague]) },
    sentFrom(typed),
    today,
  )

/** A step taken at ten in the morning, with what was typed read as the program reads it. */
function taken(step: string, day: string, typed: TypedAnswers = {}): Milestone {
  const read = readStep(step, typed)
  if (!read.ok) throw new Error(`${step}: ${read.errors.map(({ message }) => message).join('; ')}`)
  return { step, at: at(`${day}T10:00`), answers: read.answers }
}

const received = taken('receive', '2025-03-03', {
  'resolution-date': '28 February 2025',
  'victim-consent': 'yes',
})
const screened = taken('screen', '2025-03-10', {
  'asked-of': ['child', 'school'],
  strengths: 'Plays football every Saturday',
  worries: 'Nothing',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'danger-now': 'no',
})
const decided = taken('decide', '2025-03-12', { decision: 'suitable', reason: 'A mentor would do good' })
const offered = taken('offer', '2025-03-13', { 'offered-to': 'child', how: 'visit', offered: 'Twelve weeks' })
const accepted = taken('accept', '2025-03-20', {
  'accepted-by': ['child', 'parent'],
  hopes: 'A job',
  sharing: 'yes',
})
const allocated = taken('allocate', '2025-03-21', { worker })
const started = taken('start', '2025-04-01', {
  goals: 'A job',
  'child-safe': 'Home by nine',
  'others-safe': 'The shop keeper would like a letter',
  'planned-end': '24/6/2025',
})
const ended = taken('end', '2025-06-24', {
  outcome: 'completed',
  achieved: 'A place at college',
  'child-says': 'It was all right',
  repaired: 'with-victim',
  'safe-now': 'Safe and well',
  'next-help': 'College tutor',
})
const wholeStory = [received, screened, decided, offered, accepted, allocated, started, ended]

const stateOf = (milestones: readonly Milestone[]) => {
  const state = involvementState(diversion, milestones, at('2025-07-01T10:00'))
  if (!state.ok) throw new Error(state.reason.kind)
  return state.value
}
const clocksOf = (milestones: readonly Milestone[], now: string) =>
  involvementClocks(diversion, milestones, [], at(now), practice.calendars)
const steps = (position: PositionOn<typeof diversion>, role: Role) =>
  availableSteps(diversion, position, role).map(({ id }) => id)

describe('a child given a community resolution', () => {
  it('is screened, decided on, offered help, accepts, works with somebody and finishes', () => {
    const stages = wholeStory.map((_, index) => {
      const state = stateOf(wholeStory.slice(0, index + 1))
      return state.kind === 'open' ? state.stage : state.kind
    })
    expect(stages).toEqual([
      'notified',
      'screened',
      'decided',
      'offered',
      'accepted',
      'allocated',
      'active',
      'ended',
    ])
    expect(stateOf(wholeStory)).toMatchObject({
      kind: 'ended',
      ending: 'completed',
      followUp: { over: false },
    })
  })

  it('is not offered help where it would do no good, with the reason', () => {
    const refusal = taken('decide', '2025-03-12', {
      decision: 'not-suitable',
      'why-not': 'nothing-needed',
      reason: 'He has put it right already',
    })
    expect(stateOf([received, screened, refusal])).toMatchObject({ kind: 'ended', ending: 'not-suitable' })
  })

  it('may say no, and says why in their own words', () => {
    const no = taken('decline', '2025-03-20', {
      'declined-by': 'child',
      'why-declined': ['label', 'other'],
      'why-declined-reason-other': 'Football is on that day',
      'in-their-words': 'I am not one of them',
    })
    expect(stateOf([received, screened, decided, offered, no])).toMatchObject({ ending: 'declined' })
    expect(no.answers['why-declined-reason']).toBe('Football is on that day')
  })

  it('is not counted as refusing when nobody could reach the family', () => {
    const lost = taken('not-reached', '2025-04-20', {
      attempts: '5',
      how: ['letter', 'visit'],
      'asked-others': 'School',
    })
    expect(stateOf([received, screened, decided, offered, lost])).toMatchObject({ ending: 'not-reached' })
  })

  it('who changes their mind can be taken up again', () => {
    const again = taken('reopen', '2025-09-01', {
      'reopened-to': 'decide-anew',
      'why-reopened': 'She rang and asked',
    })
    expect(stateOf([...wholeStory, again])).toMatchObject({ kind: 'open', stage: 'screened' })
  })

  it('whose ending was recorded by mistake goes back to where the case stood', () => {
    const again = taken('reopen', '2025-06-25', {
      'reopened-to': 'where-it-stood',
      'why-reopened': 'It was another child',
    })
    expect(stateOf([...wholeStory, again])).toMatchObject({ kind: 'open', stage: 'active' })
    // The day in the plan was 24 June: it holds again, and somebody is warned.
    const ends = clocksOf([...wholeStory, again], '2025-07-01T10:00').find(
      ({ clock }) => clock.id === 'planned-end',
    )
    expect(ends?.state).toMatchObject({ kind: 'overdue', by: { unit: 'days', count: 7 } })
  })
})

describe('who does what', () => {
  it('an officer screens; a senior decides', () => {
    expect(steps({ kind: 'open', stage: 'notified' }, 'officer')).toEqual(['screen'])
    expect(steps({ kind: 'open', stage: 'screened' }, 'officer')).toEqual([])
    expect(steps({ kind: 'open', stage: 'screened' }, 'senior')[0]).toBe('decide')
    expect(steps({ kind: 'open', stage: 'decided' }, 'officer')).toContain('inform-police')
  })

  test.each<Role>(['analyst', 'board-member', 'inspector', 'administrator', 'victim-worker'])(
    'somebody who is %s does nothing in a case',
    role => {
      expect(steps({ kind: 'notStarted' }, role)).toEqual([])
      for (const stage of Object.keys(diversion.stages) as (keyof typeof diversion.stages)[]) {
        expect(steps({ kind: 'open', stage }, role)).toEqual([])
      }
    },
  )

  it('nobody is left in a stage with nothing that can be done', () => {
    for (const stage of Object.keys(diversion.stages) as (keyof typeof diversion.stages)[]) {
      expect(steps({ kind: 'open', stage }, 'senior')).not.toEqual([])
    }
  })
})

describe('what has to be filled in', () => {
  const faults = (step: string, typed: TypedAnswers) => {
    const read = readStep(step, typed)
    return read.ok ? [] : read.errors.map(({ message }) => message)
  }

  it('a refusal to offer help says why, and why in words', () => {
    expect(faults('decide', { decision: 'not-suitable' })).toEqual([
      'Choose why help is not offered',
      'Give your reasons for the decision',
    ])
  })

  it('a child who is targeted or exploited is shared with the hub on a day', () => {
    const screening: Answers = { ...screened.answers, exploitation: 'targeted' }
    const typed = Object.fromEntries(
      Object.entries(screening).map(([id, answer]) => [
        id,
        typeof answer === 'object' ? chosenIn(answer) : String(answer),
      ]),
    )
    expect(faults('screen', typed)).toEqual(['Enter the day it was shared with the hub'])
  })

  it('an ending says what the child achieved', () => {
    expect(faults('end', { outcome: 'completed' })).toContain('Say what the child achieved')
  })
})

describe('deadlines', () => {
  it('a notification on Monday 3 March 2025 is screened by Monday 17 March, the police told by 24 March', () => {
    const due = clocksOf([received], '2025-03-04T09:00').map(({ state }) =>
      state.kind === 'running' && state.due.kind === 'day' ? state.due.date.toString() : state.kind,
    )
    expect(due).toEqual(['2025-03-17', '2025-03-24', 'notStarted', 'notStarted'])
  })

  it('Easter moves them: one on Maundy Thursday 2018 is screened by Monday 16 April', () => {
    const beforeEaster = taken('receive', '2018-03-29')
    const [screening] = clocksOf([beforeEaster], '2018-04-03T09:00')
    expect(screening?.state).toMatchObject({ kind: 'running', remaining: { unit: 'workingDays', count: 9 } })
  })

  it('the police are still owed an answer after the child has said no', () => {
    const no = taken('decline', '2025-03-20', { 'declined-by': 'child', 'why-declined': 'no-need' })
    const story = [received, screened, decided, offered, no]
    expect(clocksOf(story, '2025-03-25T09:00').map(({ state }) => state.kind)).toEqual([
      'met',
      'overdue',
      'notStarted',
      'notStarted',
    ])
    const told = [...story, taken('inform-police', '2025-03-21', { told: 'Help was declined' })]
    expect(clocksOf(told, '2025-03-25T09:00')[1]?.state.kind).toBe('met')
  })

  it('none is given out as law', () => {
    for (const { policy, unverified, source } of diversion.clocks) {
      expect({ policy, unverified }).toEqual({ policy: 'service', unverified: true })
      expect(source).toContain('service’s own policy')
    }
  })
})
