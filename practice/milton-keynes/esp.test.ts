import { describe, expect, it, test } from 'vitest'
import { askingPeople, raisedAlerts, readForm } from '../../src/engine/forms/index.ts'
import {
  availableSteps,
  findStep,
  involvementClocks,
  involvementState,
  type Milestone,
} from '../../src/engine/pathways/index.ts'
import { type Role, roles } from '../../src/platform/access/roles.ts'
import { sentFrom } from '../../src/platform/http/index.ts'
import { practice } from '../index.ts'
import { esp } from './esp.ts'

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const today = Temporal.PlainDate.from('2026-12-31')

type TypedAnswers = Readonly<Record<string, string | readonly string[]>>

const worker = '0193b1a0-7c00-7000-8000-000000000000'

/** What was typed for a step, read as the program reads it. */
const readStep = (step: string, typed: TypedAnswers) => {
  const fields = askingPeople(findStep(esp, step)?.fields ?? {}, [
    { userId: worker, name: 'A colleague', roles },
  ])
  return readForm({ id: step, fields }, sentFrom(typed), today)
}

const faults = (step: string, typed: TypedAnswers) => {
  const read = readStep(step, typed)
  return read.ok ? [] : read.errors.map(({ message }) => message)
}

/** A step taken at ten in the morning. */
function taken(step: string, day: string, typed: TypedAnswers = {}): Milestone {
  const read = readStep(step, typed)
  if (!read.ok) throw new Error(`${step}: ${read.errors.map(({ message }) => message).join('; ')}`)
  return { step, at: at(`${day}T10:00`), answers: read.answers }
}

const screening = {
  'asked-of': ['referrer', 'child'],
  strengths: 'Cooks for her brothers',
  worries: 'Her school worries about new friends with new phones',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'shared-with-hub': '4 March 2026',
  'danger-now': 'no',
}
const referred = taken('receive', '2026-03-02', {
  'strengths-seen': 'Kind to younger children',
  'worried-about': ['exploitation', 'school'],
  'what-happened': 'Two new phones in a month',
  'child-knows': 'both',
})
const screened = taken('screen', '2026-03-05', screening)
const triaged = taken('triage', '2026-03-06', { decision: 'suitable', reason: 'She asks for help herself' })
const offered = taken('offer', '2026-03-09', {
  'offered-to': 'child',
  how: 'school',
  offered: 'Twelve weeks',
})
const accepted = taken('accept', '2026-03-12', {
  'accepted-by': 'child',
  hopes: 'To be left alone',
  sharing: 'some',
  'sharing-reason-some': 'Only the school',
})
const allocated = taken('allocate', '2026-03-13', { worker })
const assessed = taken('assess', '2026-03-27', {
  'assessed-with': ['child', 'parent'],
  'strengths-found': 'A grandmother whom she trusts',
  'life-now': 'Shares a room, walks to school',
  'speech-and-language': 'none',
  'behind-behaviour': 'Somebody gives her presents',
  'child-sees': 'They are not my friends',
  'would-help': 'A way to say no',
})
const planned = taken('plan', '2026-04-01', {
  goals: 'To be left alone',
  'child-safe': 'Gran fetches her on Fridays',
  'who-does-what': 'School: a quiet room from Monday',
  'others-safe': 'Nothing needed',
  'planned-end': '24/6/2026',
})
const reviewed = taken('review', '2026-05-06', {
  'going-well': 'School',
  'to-change': 'Nothing',
  'child-says': 'Good',
})
const ended = taken('end', '2026-06-24', {
  outcome: 'completed',
  achieved: 'New friends in the cooking club',
  'child-says': 'I can say no now',
  'safe-now': 'Safe and well',
  'next-help': 'Cooking club and Gran',
})
const wholeStory = [
  referred,
  screened,
  triaged,
  offered,
  accepted,
  allocated,
  assessed,
  planned,
  reviewed,
  ended,
]

const stateOf = (milestones: readonly Milestone[]) => {
  const state = involvementState(esp, milestones, at('2026-07-01T10:00'))
  if (!state.ok) throw new Error(state.reason.kind)
  return state.value
}
const stages = Object.keys(esp.stages) as (keyof typeof esp.stages)[]

describe('a child who is referred', () => {
  it('is screened, triaged, contacted, accepts, is assessed, plans, works, and finishes', () => {
    const way = wholeStory.map((_, index) => {
      const state = stateOf(wholeStory.slice(0, index + 1))
      return state.kind === 'open' ? state.stage : state.kind
    })
    expect(way).toEqual([...stages, 'active', 'ended'])
    expect(stateOf(wholeStory)).toMatchObject({ kind: 'ended', ending: 'completed' })
  })

  it('is followed for two years after the ending', () => {
    const state = stateOf(wholeStory)
    expect(state.kind === 'ended' && state.followUp?.until.toString()).toBe('2028-06-24')
  })

  it('comes by one of eight routes, all with the same form', () => {
    const { 'other-service': handedOver, ...routes } = esp.routesIn
    expect(Object.keys(routes)).toHaveLength(8)
    expect(new Set(Object.values(routes).map(({ form }) => form))).toEqual(new Set(['esp-referral']))
    // A child who moves here comes with a record, and with no form.
    expect(handedOver).not.toHaveProperty('form')
  })

  it('whom another service can help better is told of it, and where is recorded', () => {
    expect(faults('triage', { decision: 'signposted', reason: 'Needs housing first' })).toEqual([
      'Say to which service, and who makes sure that they get there',
      'Say how they were told, or why they were not',
    ])
    const elsewhere = taken('triage', '2026-03-06', {
      decision: 'signposted',
      'signposted-to': 'The housing team; the school goes with her',
      reason: 'Needs a home first',
      'family-told': 'Visit',
    })
    expect(stateOf([referred, screened, elsewhere])).toMatchObject({ ending: 'signposted' })
  })

  it('may say no, and the reason is kept in the child’s words', () => {
    expect(faults('decline', { 'declined-by': 'child', 'why-declined': 'no-need' })).toEqual([
      'Write the reason in the child’s words, or that they did not want to say',
    ])
    const no = taken('decline', '2026-03-12', {
      'declined-by': 'child',
      'in-their-words': 'I have football',
      'why-declined': ['time-or-place'],
    })
    expect(stateOf([referred, screened, triaged, offered, no])).toMatchObject({ ending: 'declined' })
  })

  it('who could not be reached is not counted as refusing, and can be taken up again', () => {
    const lost = taken('not-reached', '2026-04-20', { attempts: '4', how: 'visit', 'asked-others': 'School' })
    const again = taken('reopen', '2026-05-01', { 'reopened-to': 'decide-anew', 'why-reopened': 'She rang' })
    expect(stateOf([referred, screened, triaged, lost])).toMatchObject({ ending: 'not-reached' })
    expect(stateOf([referred, screened, triaged, lost, again])).toMatchObject({ stage: 'screened' })
  })
})

describe('the screening', () => {
  it('asks for strengths before worries', () => {
    const asked = Object.keys(findStep(esp, 'screen')?.fields ?? {})
    expect(asked.indexOf('strengths')).toBeLessThan(asked.indexOf('worries'))
  })

  it('is shared with the hub for every child, whatever it shows', () => {
    const { 'shared-with-hub': _, ...rest } = screening
    expect(faults('screen', rest)).toEqual(['Enter the day it was shared with the hub'])
  })

  test.each([
    ['no-sign', 0],
    ['vulnerable', 0],
    ['targeted', 1],
    ['exploited', 1],
  ])('of a child who is %s raises %i alerts', (exploitation, alerts) => {
    const read = readStep('screen', { ...screening, exploitation })
    const fields = findStep(esp, 'screen')?.fields ?? {}
    expect(read.ok && raisedAlerts(fields, read.answers).map(({ kind }) => kind)).toEqual(
      Array.from({ length: alerts }, () => 'exploitation'),
    )
  })
})

describe('who does what', () => {
  const steps = (stage: keyof typeof esp.stages, role: Role) =>
    availableSteps(esp, { kind: 'open', stage }, role).map(({ id }) => id)

  it('an officer screens and contacts; a senior triages and names the worker', () => {
    expect(steps('referred', 'officer')).toEqual(['screen'])
    expect(steps('screened', 'officer')).toEqual([])
    expect(steps('screened', 'senior')[0]).toBe('triage')
    expect(steps('to-contact', 'officer')[0]).toBe('offer')
    expect(steps('accepted', 'senior')).toContain('allocate')
  })

  it('a therapist who is named can assess, plan, review and end', () => {
    expect(steps('allocated', 'speech-therapist')).toEqual(['assess'])
    expect(steps('assessed', 'speech-therapist')).toEqual(['plan'])
    expect(steps('active', 'speech-therapist')).toEqual(['end', 'review'])
  })

  it('nobody is left in a stage with nothing that can be done', () => {
    for (const stage of stages) expect(steps(stage, 'senior')).not.toEqual([])
  })

  test.each<Role>(['analyst', 'board-member', 'inspector', 'administrator', 'victim-worker'])(
    'somebody who is %s does nothing in a case',
    role => {
      for (const stage of stages) expect(steps(stage, role)).toEqual([])
    },
  )
})

describe('deadlines', () => {
  const clocksOf = (milestones: readonly Milestone[], now = '2026-06-10T10:00') =>
    involvementClocks(esp, milestones, [], at(now), practice.calendars)
  const lastDay = (milestones: readonly Milestone[]) => {
    const [ends] = clocksOf(milestones)
    return ends && 'due' in ends.state && ends.state.due.kind === 'day'
      ? String(ends.state.due.date)
      : undefined
  }
  const plan: Milestone = { ...planned, answers: { ...planned.answers, 'planned-end': '2026-06-24' } }
  const beforeReview = wholeStory.with(7, plan).slice(0, 8)

  it('are the day on which the work is meant to end, and missed appointments: the project’s plan gives no others', () => {
    expect(clocksOf([]).map(({ clock }) => clock.id)).toEqual(['planned-end', 'missed-appointment'])
    for (const it of esp.clocks) expect(it).toMatchObject({ policy: 'service', unverified: true })
  })

  it('the work is due to end on the day in the child’s plan, or on the one that a review has given since', () => {
    expect(lastDay(wholeStory.slice(0, 7))).toBeUndefined()
    expect(lastDay(beforeReview)).toBe('2026-06-24')
    expect(lastDay([...beforeReview, reviewed])).toBe('2026-06-24')
    const later = { ...reviewed, answers: { ...reviewed.answers, 'planned-end': '2026-07-31' } }
    expect(lastDay([...beforeReview, later])).toBe('2026-07-31')
    expect(clocksOf([...beforeReview, later, ended])[0]?.state.kind).toBe('met')
  })
})
