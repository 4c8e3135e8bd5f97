import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { between, from } from '../../kernel/period.ts'
import type { BankHolidayCalendar } from '../../kernel/workingDays.ts'
import {
  type Calendars,
  type Clock,
  type ClockEvent,
  type ClockOptions,
  canBeSetOtherwise,
  clock,
  clockState,
  clockStates,
  daily,
  days,
  hours,
  minutes,
  months,
  workingDays,
  writeAllowed,
} from './index.ts'

const bankHolidays: BankHolidayCalendar = {
  name: 'Easter 2018',
  firstYear: 2018,
  lastYear: 2018,
  lastAnnouncedYear: 2018,
  holidays: new Map([
    ['2018-03-30', 'Good Friday'],
    ['2018-04-02', 'Easter Monday'],
  ]),
}
const calendars: Calendars = { bankHolidays, zone: 'Europe/London' }
const rule = { policy: 'service', source: 'Invented for this test', inForce: from('2012-01-01') } as const

const custodyVisit = clock('custody-visit', {
  ...rule,
  title: 'Visit in custody',
  from: 'notify',
  to: 'visit',
  within: minutes(90),
  hours: daily('09:00', '22:00'),
})
const screening = clock('screening', {
  ...rule,
  title: 'Screening',
  from: 'receive',
  to: ['screen', 'transfer'],
  within: workingDays(10),
})
const followUp = clock('follow-up', {
  ...rule,
  title: 'Missed appointment followed up',
  from: 'appointment-missed',
  to: 'followed-up',
  repeats: true,
  within: workingDays(1),
})

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant()
const event = (step: string, text: string) => ({ step, at: at(text) })
const received = event('receive', '2018-03-29T15:00')

const screeningAt = (now: string, events = [received], options: ClockOptions = {}) =>
  clockState(screening, events, at(now), calendars, options)

describe('a clock in working days', () => {
  it('has not started before what starts it', () => {
    expect(screeningAt('2018-03-29T16:00', [])).toEqual({ kind: 'notStarted' })
  })

  it('runs over Easter and says how many working days are left', () => {
    const state = screeningAt('2018-04-03T09:00')
    expect(state).toMatchObject({
      kind: 'running',
      dueToday: false,
      remaining: { unit: 'workingDays', count: 9 },
    })
    expect(state.kind === 'running' && state.due.kind === 'day' && state.due.date.toString()).toBe(
      '2018-04-16',
    )
  })

  it('is due today until the day is over', () => {
    expect(screeningAt('2018-04-16T23:59')).toMatchObject({ kind: 'running', dueToday: true })
    expect(screeningAt('2018-04-17T00:00')).toMatchObject({ kind: 'overdue', by: { unit: 'days', count: 1 } })
  })

  it('is met on its last evening and late the next morning', () => {
    const metThen = [event('screen', '2018-04-16T23:59'), received]
    const lateThen = [received, event('screen', '2018-04-18T09:00')]
    expect(screeningAt('2018-05-01T09:00', metThen)).toMatchObject({ kind: 'met' })
    expect(screeningAt('2018-05-01T09:00', lateThen)).toMatchObject({
      kind: 'late',
      by: { unit: 'days', count: 2 },
    })
  })

  it('is stopped by any one of the steps that stop it', () => {
    expect(screeningAt('2018-05-01T09:00', [received, event('transfer', '2018-04-10T09:00')])).toMatchObject({
      kind: 'met',
    })
  })

  it('is met when the work was done before the start was written down', () => {
    expect(screeningAt('2018-05-01T09:00', [received, event('screen', '2018-03-28T09:00')])).toMatchObject({
      kind: 'met',
    })
  })

  it('stops with the case, and remembers whether it was overdue by then', () => {
    const stopped = (endedAt: string) => screeningAt('2018-06-01T09:00', [received], { endedAt: at(endedAt) })
    expect(stopped('2018-04-16T12:00')).toMatchObject({ kind: 'stopped', wasOverdue: false })
    expect(stopped('2018-04-17T12:00')).toMatchObject({ kind: 'stopped', wasOverdue: true })
  })

  it('is not known when it runs into a year without known bank holidays', () => {
    expect(screeningAt('2018-12-28T09:00', [event('receive', '2018-12-27T09:00')])).toMatchObject({
      kind: 'notKnown',
      reason: { kind: 'outside-calendar', lastYear: 2018 },
    })
  })
})

describe('a clock in minutes of duty time', () => {
  const visitAt = (notified: string, now: string, visited?: string) =>
    clockState(
      custodyVisit,
      [event('notify', notified), ...(visited ? [event('visit', visited)] : [])],
      at(now),
      calendars,
    )

  it('says the minutes left, on duty', () => {
    expect(visitAt('2018-05-01T16:12', '2018-05-01T17:04')).toMatchObject({
      kind: 'running',
      dueToday: true,
      remaining: { unit: 'minutes', count: 38 },
    })
    expect(visitAt('2018-05-01T21:30', '2018-05-02T07:00')).toMatchObject({
      remaining: { unit: 'minutes', count: 60 },
    })
  })

  it('is met at the very moment and late a minute after', () => {
    const now = '2018-05-03T09:00'
    expect(visitAt('2018-05-01T21:30', now, '2018-05-02T10:00')).toMatchObject({ kind: 'met' })
    expect(visitAt('2018-05-01T21:30', now, '2018-05-02T10:01')).toMatchObject({
      kind: 'late',
      by: { unit: 'minutes', count: 1 },
    })
  })

  it('says its length in words', () => {
    expect(writeAllowed(custodyVisit)).toBe('90 minutes, counted from 9am to 10pm')
    expect(writeAllowed(followUp)).toBe('1 working day')
  })
})

describe('other lengths', () => {
  const anything = { ...rule, title: 'Anything', from: 'a', to: 'b' } as const
  const dueOf = (definition: Clock, started: string) => {
    const state = clockState(definition, [event('a', started)], at(started), calendars)
    if (state.kind !== 'running') throw new Error(`expected it to run: ${state.kind}`)
    return state.due.kind === 'day' ? state.due.date.toString() : state.due.at.toString()
  }

  it('48 hours are 48 hours, also over the night the clocks go forward', () => {
    const due = dueOf(clock('x', { ...anything, within: hours(48) }), '2018-03-24T10:00')
    expect(due).toBe(at('2018-03-26T11:00').toString())
  })

  test.each([
    ['28 days', days(28), '2018-02-01T10:00', '2018-03-01'],
    ['a month from the last day of January', months(1), '2018-01-31T10:00', '2018-02-28'],
  ])('%s', (_what, within, started, due) => {
    expect(dueOf(clock('x', { ...anything, within }), started)).toBe(due)
  })

  it('cannot be nothing', () => {
    expect(() => workingDays(0)).toThrow(RangeError)
    expect(() => minutes(1.5)).toThrow(RangeError)
  })
})

describe('a clock that repeats', () => {
  const missed = [
    event('appointment-missed', '2018-05-01T10:00'),
    event('followed-up', '2018-05-02T10:00'),
    event('appointment-missed', '2018-05-08T10:00'),
  ]

  it('runs once for every start', () => {
    const states = clockStates(followUp, missed, at('2018-05-10T09:00'), calendars)
    expect(states.map(({ kind }) => kind)).toEqual(['met', 'overdue'])
  })

  it('is stopped by what answers its own start, not by what answers another', () => {
    const about = (appointment: string, step: string, text: string) => ({
      ...event(step, text),
      about: appointment,
    })
    const two = [
      about('first', 'appointment-missed', '2018-05-01T10:00'),
      about('second', 'appointment-missed', '2018-05-08T10:00'),
      about('first', 'followed-up', '2018-05-09T10:00'),
    ]
    const states = clockStates(followUp, two, at('2018-05-10T09:00'), calendars)
    expect(states.map(({ kind }) => kind)).toEqual(['late', 'overdue'])
  })

  it('shows the run that is waiting', () => {
    expect(clockState(followUp, missed, at('2018-05-08T12:00'), calendars)).toMatchObject({ kind: 'running' })
    expect(clockState(followUp, missed.slice(0, 2), at('2018-05-08T12:00'), calendars)).toMatchObject({
      kind: 'met',
    })
  })
})

describe('a clock that is due on a day given in the case', () => {
  const ends = clock('planned-end', {
    ...rule,
    title: 'Work ended',
    from: 'plan',
    to: 'end',
    dueOn: 'last-day',
  })
  const given = (step: string, text: string, day?: string) => ({
    ...event(step, text),
    answers: day === undefined ? {} : { 'last-day': day },
  })
  const plan = given('plan', '2018-03-01T10:00', '2018-05-01')
  const statesAt = (now: string, events: readonly ClockEvent[], options: ClockOptions = {}) =>
    clockStates(ends, events, at(now), calendars, options)

  it('is in time until that day is over', () => {
    expect(statesAt('2018-05-01T23:59', [plan])).toMatchObject([{ kind: 'running', dueToday: true }])
    expect(statesAt('2018-05-02T00:00', [plan])).toMatchObject([
      { kind: 'overdue', by: { unit: 'days', count: 1 } },
    ])
  })

  it('has not started while nobody has given a day', () => {
    expect(statesAt('2018-05-02T00:00', [given('plan', '2018-03-01T10:00')])).toEqual([])
    expect(statesAt('2018-05-02T00:00', [given('review', '2018-03-01T10:00', '2018-04-01')])).toEqual([])
  })

  it('holds to the day that was given last, whatever was given before and in whatever order it is read', () => {
    const day = fc.integer({ min: 1, max: 28 })
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (reviewed, last) => {
        const inOrder = reviewed.toSorted((one, other) => one - other)
        const reviews = inOrder.map((on, index) =>
          given(
            'review',
            `2018-04-${String(on).padStart(2, '0')}T10:00`,
            `2018-06-${String(index === inOrder.length - 1 ? last : on).padStart(2, '0')}`,
          ),
        )
        const due = Temporal.PlainDate.from({ year: 2018, month: 6, day: last })
        const states = statesAt('2018-04-30T10:00', [...reviews.toReversed(), plan])
        expect(states).toMatchObject([{ kind: 'running', due: { kind: 'day', date: due } }])
      }),
    )
  })

  it('is not moved by a review that gives no day', () => {
    const events = [plan, given('review', '2018-04-10T10:00')]
    expect(statesAt('2018-05-02T09:00', events)).toMatchObject([{ kind: 'overdue' }])
  })

  it('is met by the end, and runs again once a day is given after it', () => {
    const end = event('end', '2018-04-20T10:00')
    expect(statesAt('2018-05-02T09:00', [plan, end])).toMatchObject([{ kind: 'met' }])
    expect(statesAt('2018-05-02T09:00', [plan, end], { onlyWaiting: true })).toEqual([])
    const reopened = given('reopen', '2018-04-21T10:00', '2018-06-01')
    expect(statesAt('2018-05-02T09:00', [plan, end, reopened])).toMatchObject([{ kind: 'running' }])
  })

  it('ends with the case', () => {
    const endedAt = at('2018-04-20T10:00')
    expect(statesAt('2018-05-02T09:00', [plan], { endedAt })).toMatchObject([{ kind: 'stopped' }])
  })

  it('is nothing that a service could set otherwise', () => {
    expect(canBeSetOtherwise(ends)).toBe(false)
    expect(canBeSetOtherwise(screening)).toBe(true)
    expect(writeAllowed(ends)).toBe('the day given in the case')
  })
})

describe('from when a clock holds', () => {
  it('does not run for what started before the rule', () => {
    const newRule = { ...screening, inForce: from('2018-04-01') }
    expect(clockState(newRule, [received], at('2018-04-02T09:00'), calendars)).toMatchObject({
      kind: 'notInForce',
    })
  })
})

describe('a service’s own length', () => {
  const own = {
    pathway: 'diversion',
    clock: 'screening',
    within: workingDays(5),
    inForce: between('2018-03-01', '2018-03-31'),
    source: 'Board, 1 February 2018',
    reason: 'The board wants children seen sooner.',
  }

  it('holds for what starts while it is in force', () => {
    expect(screeningAt('2018-04-10T09:00', [received], { overrides: [own] })).toMatchObject({
      kind: 'overdue',
    })
    const inApril = [event('receive', '2018-04-03T09:00')]
    expect(screeningAt('2018-04-12T09:00', inApril, { overrides: [own] })).toMatchObject({ kind: 'running' })
  })

  it('cannot change what the law allows', () => {
    const byLaw = { ...screening, policy: 'statutory' } as const
    expect(
      clockState(byLaw, [received], at('2018-04-10T09:00'), calendars, { overrides: [own] }),
    ).toMatchObject({ kind: 'running' })
  })
})

describe('what cannot be written', () => {
  it('a length in days counted in daily hours does not compile', () => {
    // @ts-expect-error: only minutes and hours are counted within daily hours
    clock('x', { ...rule, title: 'x', from: 'a', to: 'b', within: days(2), hours: daily('09:00', '17:00') })
  })
})
