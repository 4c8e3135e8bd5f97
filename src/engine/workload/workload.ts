import type { Pathway, PathwayKind } from '../pathways/index.ts'

/**
 * The one method by which a service says how much a worker carries and how much a worker can carry. Points are of the
 * service's own making: they compare workers with one another and with nothing else.
 */
export type WorkloadMethod = {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** The weights were not read at any source: said wherever a load is shown. */
  readonly unverified?: true
  /** What somebody who works full time can carry: points, for so many hours a week. */
  readonly fullTime: { readonly hours: number; readonly points: number }
  /** Points of an open case by the kind of its pathway. */
  readonly kinds: Readonly<Record<PathwayKind, number>>
  /** Points in stages that weigh more or less than the kind says: by the pathway, then the stage. */
  readonly stages: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Added to a case whose child has an open alert, or needs an interpreter. */
  readonly extras: { readonly alert: number; readonly interpreter: number }
  /** Which part of a case somebody carries who works in it beside its holder, from 0 to 1. */
  readonly coWorkerShare: number
}

/** Open cases that weigh alike, counted: all that a load hangs on. */
export type CarriedCases = {
  readonly part: 'holder' | 'co-worker'
  readonly pathway: string
  readonly stage: string
  readonly hasAlert: boolean
  readonly needsInterpreter: boolean
  readonly cases: number
}

/** One line of a load: so many cases, and the points of all of them. */
export type LoadLine = CarriedCases & { readonly points: number }

/**
 * The load of a worker: the points of each line, and their sum in whole points, half a point counting as one. A pathway
 * that is no longer defined weighs as much as the heaviest kind, so that nothing is carried for nothing.
 */
export function loadOf(
  method: WorkloadMethod,
  pathways: readonly Pathway[],
  carried: readonly CarriedCases[],
): { readonly points: number; readonly lines: readonly LoadLine[] } {
  const lines = carried.map(each => ({ ...each, points: each.cases * weightOf(method, pathways, each) }))
  return { points: wholePoints(lines.reduce((sum, { points }) => sum + points, 0)), lines }
}

/** The points of one such case. */
export function weightOf(
  method: WorkloadMethod,
  pathways: readonly Pathway[],
  it: Omit<CarriedCases, 'cases'>,
): number {
  const kind = pathways.find(({ id }) => id === it.pathway)?.kind
  const own = method.stages[it.pathway]?.[it.stage]
  const stage = own ?? (kind ? method.kinds[kind] : Math.max(...Object.values(method.kinds)))
  const extras =
    (it.hasAlert ? method.extras.alert : 0) + (it.needsInterpreter ? method.extras.interpreter : 0)
  return (stage + extras) * (it.part === 'holder' ? 1 : method.coWorkerShare)
}

/**
 * How many points somebody can carry who works so many minutes a week, in proportion to full time.
 * @param minutesAWeek null: nobody has said; then it is not known
 */
export function capacityOf(method: WorkloadMethod, minutesAWeek: number | null): number | undefined {
  if (minutesAWeek === null) return undefined
  return wholePoints((method.fullTime.points * minutesAWeek) / (method.fullTime.hours * 60))
}

/** Half a point counts as one; what is a hair short of a half only because of how computers count is a half. */
function wholePoints(points: number): number {
  return Math.floor(points + 0.5 + 1e-9)
}
