import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { findPathway } from '../../engine/packs/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { type Figures, faultsIn } from './faults.ts'
import type { Event } from './figureQueries.ts'
import { figureArrivals, figureDecisions, figureEndings, figureRefusals, figureWaits } from './figures.ts'
import { periodBetween, periodTo } from './period.ts'
import { spanOf } from './span.ts'
import { countInTime, daysBetween, medianOf, sumUpWaits } from './waits.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
let diversion: Pathway

beforeAll(() => {
  const found = findPathway(practice, 'diversion')
  if (!found) throw new Error('no pathway')
  diversion = found
})

describe('a period that ends today', () => {
  test.each([
    ['week', '2026-11-21', '2026-11-16'],
    ['week', '2026-11-16', '2026-11-16'],
    ['week', '2027-01-03', '2026-12-28'],
    ['month', '2026-11-01', '2026-11-01'],
    ['month', '2028-02-29', '2028-02-01'],
    ['quarter', '2026-01-01', '2026-01-01'],
    ['quarter', '2026-03-31', '2026-01-01'],
    ['quarter', '2026-04-01', '2026-04-01'],
    ['quarter', '2026-12-31', '2026-10-01'],
    ['year', '2026-11-21', '2025-11-22'],
    ['year', '2028-02-29', '2027-03-01'],
    ['year', '2029-02-28', '2028-02-29'],
  ] as const)('%s to %s begins on %s', (kind, today, from) => {
    expect(periodTo(kind, day(today))).toEqual({ kind, from: day(from), to: day(today) })
  })

  it('of twelve months has every day of the year once', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map(count => day('2000-01-01').add({ days: count }))
    fc.assert(
      fc.property(days, today => {
        const { from } = periodTo('year', today)
        const yearBefore = periodTo('year', from.subtract({ days: 1 }))
        expect(from.until(today).days + 1).toBeGreaterThanOrEqual(365)
        expect(from.until(today).days + 1).toBeLessThanOrEqual(366)
        expect(Temporal.PlainDate.compare(yearBefore.to, from)).toBe(-1)
      }),
    )
  })
})

test('dates that are no period are refused, each for its own reason', () => {
  expect(periodBetween(undefined, day('2026-01-01'))).toBe('no-first-day')
  expect(periodBetween(day('2026-01-01'), undefined)).toBe('no-last-day')
  expect(periodBetween(day('2026-01-02'), day('2026-01-01'))).toBe('wrong-way-round')
  expect(periodBetween(day('2026-01-01'), day('2026-01-01'))).toMatchObject({ kind: 'between' })
})

test('a day of the record is a day on the wall, also when the clocks change', () => {
  const { since, until } = spanOf({ from: day('2026-03-29'), to: day('2026-03-29') })
  expect(since?.toString()).toBe('2026-03-29T00:00:00Z')
  expect(until?.toString()).toBe('2026-03-29T23:00:00Z')
})

describe('how long children waited', () => {
  it('counts days of the calendar, nought on the same day', () => {
    const from = at('2026-10-24T09:00:00Z')
    expect(daysBetween({ from, to: at('2026-10-24T22:30:00Z') })).toBe(0)
    // Half past midnight in London, in summer time.
    expect(daysBetween({ from, to: at('2026-10-24T23:30:00Z') })).toBe(1)
  })

  test.each([
    [[], undefined],
    [[4], 4],
    [[1, 9], 5],
    [[1, 2, 9], 2],
    [[0, 0, 1, 9], 0.5],
  ])('the median of %j is %j', (ordered, median) => {
    expect(medianOf(ordered)).toBe(median)
  })

  it('has no more on either side of the median than half', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1 }), days => {
        const median = medianOf(days.toSorted((one, other) => one - other)) ?? -1
        expect(days.filter(count => count < median).length * 2).toBeLessThanOrEqual(days.length)
        expect(days.filter(count => count > median).length * 2).toBeLessThanOrEqual(days.length)
      }),
    )
  })

  it('leaves out and counts apart what ends before it begins', () => {
    const from = at('2026-11-04T09:00:00Z')
    const waits = [
      { from, to: at('2026-11-06T09:00:00Z') },
      { from, to: at('2026-11-03T09:00:00Z') },
    ]
    expect(sumUpWaits(waits)).toEqual({ counted: 1, impossible: 1, median: 2, longest: 2 })
  })

  it('is in time by the clock of the case: ten working days over Christmas', () => {
    const from = at('2026-12-16T09:00:00Z')
    // 25 and 28 December and 1 January are bank holidays: the tenth working day is Monday 4 January.
    const inTime = { from, to: at('2027-01-04T23:00:00Z') }
    const late = { from, to: at('2027-01-05T09:00:00Z') }
    expect(countInTime(diversion, 'screening', [inTime, late], practice)).toEqual({
      met: 1,
      late: 1,
      notKnown: 0,
    })
    expect(countInTime(diversion, 'no-such-clock', [inTime], practice)).toBeUndefined()
  })
})

const event = (said: Partial<Event>): Event => ({
  pathway: 'diversion',
  startedAt: at('2026-11-02T09:00:00Z'),
  at: at('2026-11-04T09:00:00Z'),
  answer: null,
  reasons: [],
  stops: [],
  ...said,
})

const figures = (events: Record<string, Event[]> = {}): Figures => ({
  arrivals: figureArrivals([], practice, undefined),
  decisions: figureDecisions(events.decided ?? [], practice.pathways),
  waits: figureWaits(events, practice, practice.pathways),
  refusals: figureRefusals(events.declined ?? [], practice.pathways),
  endings: figureEndings(events.ended ?? [], practice.pathways),
})

const faultsOf = (shown: Figures) =>
  faultsIn(shown, { period: periodTo('month', day('2026-11-21')), pathway: undefined }).map(
    ({ words }) => words,
  )

test('an ending that pathways call differently has both names where they are counted together, and its own alone', () => {
  const ended = [event({ answer: 'not-suitable' })]
  const wordsOf = (pathways: readonly Pathway[]) => figureEndings(ended, pathways).lines[0]?.words
  expect(wordsOf(practice.pathways)?.split(' / ').toSorted()).toEqual([
    'Not suitable',
    'Nothing needed from us',
  ])
  expect(wordsOf([diversion])).toBe('Not suitable')
})

describe('decisions', () => {
  it('come to as many as there are, by answer and by reason', () => {
    const { decisions } = figures({
      decided: [
        event({ answer: 'suitable' }),
        event({ answer: 'not-suitable', reasons: ['has-help'] }),
        event({ answer: 'signposted', pathway: 'esp-prevention' }),
      ],
    })
    expect(decisions).toMatchObject({ all: 3, offered: 1, notOffered: 2, unknown: 0, withoutReason: 1 })
    expect(decisions.reasons).toEqual([
      { code: 'has-help', words: 'The child has the right help already', count: 1 },
    ])
  })

  it('with an answer that no definition has are told of, not dropped', () => {
    const shown = figures({ decided: [event({ answer: 'perhaps' })] })
    expect(shown.decisions.unknown).toBe(1)
    expect(faultsOf(shown)).toEqual([
      'In 1 case the decision has an answer that the definition no longer has.',
    ])
  })
})

test('a family may give several reasons, and each counts once', () => {
  const { refusals } = figures({
    declined: [event({ reasons: ['no-need', 'has-help'] }), event({ reasons: ['no-need'] }), event({})],
  })
  expect(refusals.all).toBe(3)
  expect(refusals.withoutReason).toBe(1)
  expect(refusals.reasons.map(({ code, count }) => [code, count])).toEqual([
    ['no-need', 2],
    ['has-help', 1],
  ])
})

test('a decision before the arrival is flagged, and left out of the days', () => {
  const shown = figures({ decided: [event({ answer: 'suitable', at: at('2026-11-01T09:00:00Z') })] })
  expect(faultsOf(shown)[0]).toContain('in 1 case it stands before the arrival')
  const line = shown.waits.find(({ what, pathway }) => what === 'Decision' && pathway.id === 'diversion')
  expect(line?.waits).toEqual({ counted: 0, impossible: 1, median: undefined, longest: undefined })
})

test('what cannot be worked out says why', () => {
  const { counted: _, ...uncounted } = diversion
  const [line] = figureWaits({}, practice, [uncounted]).filter(({ what }) => what === 'Decision')
  expect(line?.cannot).toContain('does not say which step decides')
})

describe('arrivals', () => {
  const counts = [
    { routeIn: 'police-notification', pathway: 'diversion', fate: 'case', count: 5 },
    { routeIn: 'police-notification', pathway: null, fate: 'waiting', count: 2 },
    { routeIn: 'channel-panel', pathway: 'esp-prevention', fate: 'case', count: 1 },
    { routeIn: 'channel-panel', pathway: null, fate: 'closed', count: 1 },
  ] as const

  it('come to as many as arrived', () => {
    const arrivals = figureArrivals(counts, practice, undefined)
    expect(arrivals.all).toBe(9)
    expect(arrivals.byFate).toEqual({ case: 6, joined: 0, closed: 1, waiting: 2, 'known-only': 0 })
    expect(arrivals.byRoute.map(({ routeIn, count }) => [routeIn, count])).toEqual([
      ['police-notification', 7],
      ['channel-panel', 2],
    ])
  })

  it('of one pathway have also what waits and may lead there', () => {
    expect(figureArrivals(counts, practice, diversion).byFate).toMatchObject({ case: 5, waiting: 2 })
  })

  it('that have a child and no case are flagged', () => {
    const odd = [{ routeIn: 'channel-panel', pathway: null, fate: 'known-only', count: 1 }] as const
    const shown = { ...figures(), arrivals: figureArrivals(odd, practice, undefined) }
    expect(faultsOf(shown)[0]).toContain('1 arrival has a child and no case')
  })
})
