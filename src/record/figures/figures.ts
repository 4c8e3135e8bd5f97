import { optionsOf } from '../../engine/forms/index.ts'
import type { Practice, Route } from '../../engine/packs/index.ts'
import { listRoutes } from '../../engine/packs/index.ts'
import type { EndingKind, Pathway } from '../../engine/pathways/index.ts'
import type { ArrivalCount, Event, Fate } from './figureQueries.ts'
import { arrivalClocks, clockUntil, type Happening } from './happening.ts'
import { countInTime, daysBetween, type InTime, sumUpWaits, type Waits } from './waits.ts'

/** A line of a figure: its words, how many, and the code by which the cases behind it are found. */
export type Line = { words: string; count: number; code: string }

/** What arrived, by way in, and what became of it. */
export type Arrivals = {
  all: number
  byFate: Readonly<Record<Fate, number>>
  byRoute: readonly {
    routeIn: string
    words: string
    count: number
    byFate: Readonly<Record<Fate, number>>
  }[]
}

const fates: readonly Fate[] = ['case', 'joined', 'closed', 'waiting', 'known-only']

/**
 * Counts what arrived. With a pathway: what became a case on it and, of what has no case, what came by a way that leads
 * there; such a way may lead to another pathway as well, and is then counted under both.
 */
export function figureArrivals(
  counts: readonly ArrivalCount[],
  practice: Practice,
  pathway: Pathway | undefined,
): Arrivals {
  const routes = listRoutes(practice)
  const counted = counts.filter(count => isOf(count, routes, pathway))
  const sum = (some: readonly ArrivalCount[]) => some.reduce((all, { count }) => all + count, 0)
  const fatesOf = (some: readonly ArrivalCount[]) =>
    Object.fromEntries(fates.map(fate => [fate, sum(some.filter(one => one.fate === fate))])) as Record<
      Fate,
      number
    >
  const ids = [...new Set(counted.map(({ routeIn }) => routeIn))]
  return {
    all: sum(counted),
    byFate: fatesOf(counted),
    byRoute: ids
      .map(routeIn => {
        const own = counted.filter(count => count.routeIn === routeIn)
        const words = routes.find(({ id }) => id === routeIn)?.title ?? routeIn
        return { routeIn, words, count: sum(own), byFate: fatesOf(own) }
      })
      .toSorted((one, other) => other.count - one.count || one.words.localeCompare(other.words, 'en-GB')),
  }
}

function isOf(count: ArrivalCount, routes: readonly Route[], pathway: Pathway | undefined): boolean {
  if (!pathway) return true
  if (count.pathway !== null) return count.pathway === pathway.id
  return routes.find(({ id }) => id === count.routeIn)?.pathways.includes(pathway) ?? false
}

/** What was decided. */
export type Decisions = {
  all: number
  offered: number
  notOffered: number
  /** The answer is none that the definition has: it stands in no line. */
  unknown: number
  answers: readonly (Line & { offers: boolean })[]
  /** Why help was not offered, of those whose decision asks it. */
  reasons: readonly Line[]
  /** Not offered, and no reason is asked for the answer or none was given. */
  withoutReason: number
}

/** Counts first decisions by their answer, and those that offer nothing by their reason. */
export function figureDecisions(events: readonly Event[], pathways: readonly Pathway[]): Decisions {
  const answers = decisionAnswers(pathways)
  const reasons = new Map<string, Line>()
  for (const pathway of pathways) {
    const { decision } = pathway.counted ?? {}
    if (!decision) continue
    for (const { value, label } of choicesOf(pathway, decision.step, decision.why))
      if (!reasons.has(value)) reasons.set(value, { code: value, words: label, count: 0 })
  }
  const counted = [...answers.values()].map(line => ({ ...line, count: countOf(events, line.code) }))
  const notOffered = events.filter(({ answer }) => answers.get(answer ?? '')?.offers === false)
  const known = counted.reduce((all, { count }) => all + count, 0)
  return {
    all: events.length,
    offered: counted.filter(({ offers }) => offers).reduce((all, { count }) => all + count, 0),
    notOffered: notOffered.length,
    unknown: events.length - known,
    answers: counted,
    reasons: withCount([...reasons.values()], notOffered),
    withoutReason: notOffered.filter(({ reasons: given }) => given.length === 0).length,
  }
}

/** What can be decided, under the code of each answer; of codes that pathways share, the words of the first stand. */
export function decisionAnswers(
  pathways: readonly Pathway[],
): ReadonlyMap<string, Line & { offers: boolean }> {
  const answers = new Map<string, Line & { offers: boolean }>()
  for (const pathway of pathways) {
    const { decision } = pathway.counted ?? {}
    if (!decision) continue
    for (const { value, label } of choicesOf(pathway, decision.step, decision.field)) {
      const offers = decision.offers.includes(value)
      if (!answers.has(value)) answers.set(value, { code: value, words: label, offers, count: 0 })
    }
  }
  return answers
}

const countOf = (events: readonly Event[], code: string) =>
  events.filter(({ answer }) => answer === code).length

/** The reasons that were given, the commonest first; those that nobody gave are left out. */
function withCount(lines: readonly Line[], events: readonly Event[]): Line[] {
  return lines
    .map(line => ({ ...line, count: events.filter(({ reasons }) => reasons.includes(line.code)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
}

function choicesOf(pathway: Pathway, step: string, question: string | undefined) {
  const field = question === undefined ? undefined : pathway.steps[step]?.fields[question]
  return field ? optionsOf(field) : []
}

/** Who said no, and why: somebody may give several reasons, so that they come to more than there are. */
export type Refusals = { all: number; reasons: readonly Line[]; withoutReason: number }

/** Counts children and families who declined, by the reasons they gave. */
export function figureRefusals(events: readonly Event[], pathways: readonly Pathway[]): Refusals {
  const lines = pathways.flatMap(pathway => {
    const { refusal } = pathway.counted ?? {}
    return refusal ? choicesOf(pathway, refusal.step, refusal.why) : []
  })
  const once = [...new Map(lines.map(({ value, label }) => [value, label]))]
  return {
    all: events.length,
    reasons: withCount(
      once.map(([code, words]) => ({ code, words, count: 0 })),
      events,
    ),
    withoutReason: events.filter(({ reasons }) => reasons.length === 0).length,
  }
}

/** How cases ended. */
export type Endings = {
  all: number
  lines: readonly (Line & { counts: EndingKind })[]
  /** An ending that no definition has: it stands in no line. */
  unknown: number
}

/**
 * How cases can end, under the code of each ending. Where pathways that are counted together call one ending differently, it
 * has the names of all; of one pathway alone it has its own.
 */
export function knownEndings(pathways: readonly Pathway[]) {
  const all = pathways.flatMap(({ endings }) => Object.entries(endings))
  return new Map(all.map(([code, ending]) => [code, { ...ending, title: titlesOf(code, pathways) }]))
}

/** The name of an ending, or its names where these pathways differ. */
export function titlesOf(code: string, pathways: readonly Pathway[]): string {
  const titles = pathways.flatMap(({ endings }) => endings[code]?.title ?? [])
  return [...new Set(titles)].join(' / ')
}

/** Counts endings, the commonest first. */
export function figureEndings(events: readonly Event[], pathways: readonly Pathway[]): Endings {
  const known = knownEndings(pathways)
  const lines = [...known]
    .map(([code, { title, counts }]) => ({ code, words: title, counts, count: countOf(events, code) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  return {
    all: events.length,
    lines,
    unknown: events.filter(({ answer }) => !known.has(answer ?? '')).length,
  }
}

/** How long children of one pathway waited for something, and how many were in time where a clock says so. */
export type WaitLine = {
  pathway: Pathway
  happening: Happening
  what: string
  waits: Waits
  /** Undefined: there is no clock for it. */
  inTime: InTime | undefined
  /** Why nothing can be said. */
  cannot?: string
  /** Of the first contact: in how many cases that arrived in this time a contact stands before the arrival. */
  early?: number
}

/** What is waited for on every pathway: a decision, the first contact, and each step for which a clock runs from the arrival. */
export function figureWaits(
  events: Readonly<Record<string, readonly Event[]>>,
  practice: Practice,
  pathways: readonly Pathway[],
): WaitLine[] {
  return pathways.flatMap(pathway => {
    const clocked = arrivalClocks([pathway])
    const { decision } = pathway.counted ?? {}
    const line = (happening: Happening, what: string, cannot?: string): WaitLine => {
      const own = (events[happening] ?? []).filter(event => event.pathway === pathway.id)
      const waits = own.map(({ startedAt, at, stops }) => ({ from: startedAt, to: at, stops }))
      const clockId = clockUntil(pathway, happening)
      const inTime =
        clockId === undefined
          ? undefined
          : countInTime(
              pathway,
              clockId,
              waits.filter(wait => daysBetween(wait) >= 0),
              practice,
            )
      return { pathway, happening, what, waits: sumUpWaits(waits), inTime, ...(cannot ? { cannot } : {}) }
    }
    return [
      ...clocked
        .filter(({ step }) => step !== decision?.step)
        .map(({ step, title }) => line(`done.${step}`, title)),
      line(
        'decided',
        'Decision',
        decision ? undefined : 'The definition of this pathway does not say which step decides.',
      ),
      {
        ...line('contacted', 'First contact'),
        early: (events['contacted-early'] ?? []).filter(event => event.pathway === pathway.id).length,
      },
    ]
  })
}
