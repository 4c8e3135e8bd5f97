import type { Practice } from '../../engine/packs/index.ts'
import type { Role } from '../../platform/access/index.ts'
import { owedBy, standsAt, waitingClocks } from '../day/index.ts'
import { loadShare } from '../workforce/index.ts'
import type { TeamCase, TeamWorker } from './teamQueries.ts'

/** How many deadlines have passed, and how many fall within the week. */
export type DueCount = { overdue: number; dueThisWeek: number }

/** How many reviews, of plans and after something happened, are overdue, and how much work was given back and is to be written on. */
export type ReviewCount = { reviewsOverdue: number; givenBack: number }

/** A worker with what is due and theirs to do. */
export type TeamLine = TeamWorker & DueCount & ReviewCount

/** The team, and what is due in cases where there is nobody to do it. */
export type Team = { lines: TeamLine[]; withoutWorker: DueCount }

/** The roles in which somebody can be named to hold a case, by the steps of every pathway. */
export function rolesNamed({ pathways }: Practice): Role[] {
  const named = pathways.flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ holder, fields }) => {
      const field = holder === undefined ? undefined : fields[holder]
      return field?.kind === 'person' ? field.roles : []
    }),
  )
  return [...new Set(named)]
}

/** Workers with what is due and theirs to do: each deadline counts once, with one of them or without a worker. */
export function teamLines(
  workers: readonly TeamWorker[],
  cases: readonly TeamCase[],
  practice: Practice,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
  reviewsOf: (userId: string) => ReviewCount = () => ({ reviewsOverdue: 0, givenBack: 0 }),
): Team {
  const withoutWorker = { overdue: 0, dueThisWeek: 0 }
  const lines = workers.map(worker => ({
    ...worker,
    overdue: 0,
    dueThisWeek: 0,
    ...reviewsOf(worker.userId),
  }))
  const counts = new Map<string, DueCount>(lines.map(line => [line.userId, line]))
  for (const it of cases) {
    for (const line of waitingClocks(it, practice, now)) {
      const stands = standsAt(line, today)
      const count = counts.get(owedBy(line, it) ?? '') ?? withoutWorker
      if (stands === 'overdue') count.overdue += 1
      if (stands === 'today' || stands === 'week') count.dueThisWeek += 1
    }
  }
  return { lines, withoutWorker }
}

/** What is due with all of these. */
export function dueOfAll(all: readonly DueCount[]): DueCount {
  const sum = (count: (it: DueCount) => number) => all.reduce((before, it) => before + count(it), 0)
  return { overdue: sum(it => it.overdue), dueThisWeek: sum(it => it.dueThisWeek) }
}

/** By what the team can be ordered. */
export const teamSorts = [
  'name',
  'children',
  'load',
  'overdue',
  'due',
  'new',
  'missed',
  'reviews',
  'back',
] as const
export type TeamSort = (typeof teamSorts)[number]

const keyOf: Readonly<Record<Exclude<TeamSort, 'name'>, (it: TeamLine) => number>> = {
  children: ({ load }) => load.children,
  load: ({ load }) => loadShare(load) ?? -1,
  overdue: ({ overdue }) => overdue,
  due: ({ dueThisWeek }) => dueThisWeek,
  new: ({ fresh }) => fresh,
  missed: ({ missed }) => missed,
  reviews: ({ reviewsOverdue }) => reviewsOverdue,
  back: ({ givenBack }) => givenBack,
}

/** The team in an order; workers who are alike stand by name. They come by name. */
export function sortTeam(lines: readonly TeamLine[], sort: TeamSort, isDescending: boolean): TeamLine[] {
  if (sort === 'name') return isDescending ? lines.toReversed() : [...lines]
  const key = keyOf[sort]
  return lines.toSorted((one, other) => (isDescending ? key(other) - key(one) : key(one) - key(other)))
}

/** Whether somebody carries nothing, owes nothing and waits for nothing: no child is on their list. */
export function hasNobody(it: TeamLine): boolean {
  const { load, overdue, dueThisWeek, fresh, missed, reviewsOverdue, givenBack } = it
  return load.children + overdue + dueThisWeek + fresh + missed + reviewsOverdue + givenBack === 0
}

/** What the team can be narrowed to, with its words. */
export const teamFilters = {
  away: 'On leave today',
  uncovered: 'On leave today, nobody covers',
  over: 'More than can be carried',
  overdue: 'With something overdue',
} as const
export type TeamFilter = keyof typeof teamFilters

const passes: Readonly<Record<TeamFilter, (it: TeamLine) => boolean>> = {
  away: ({ leave }) => leave !== null,
  uncovered: ({ leave }) => leave !== null && (leave.coverName === null || leave.isCoverAway),
  over: ({ load }) => (loadShare(load) ?? 0) > 1,
  overdue: ({ overdue, reviewsOverdue }) => overdue + reviewsOverdue > 0,
}

/** The team narrowed; what is not asked for narrows nothing. */
export function filterTeam(
  lines: readonly TeamLine[],
  { only, role, term }: { only?: TeamFilter | undefined; role?: Role | undefined; term?: string | undefined },
): TeamLine[] {
  return lines.filter(
    it =>
      (!only || passes[only](it)) && (!role || it.roles.includes(role)) && (!term || it.terms.includes(term)),
  )
}
