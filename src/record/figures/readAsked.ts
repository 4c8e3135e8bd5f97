import { type DaysAsked, readDays } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { type FigurePeriod, isPeriodKind, type PeriodFault, periodBetween, periodTo } from './period.ts'

/** What somebody asks the figures for: no period where the dates are none, and then what is wrong with them. */
export type FiguresAsked = {
  period: FigurePeriod | undefined
  days: DaysAsked
  pathway: Pathway | undefined
}

const remedies: Record<PeriodFault, { field: 'from' | 'to'; message: string }> = {
  'no-first-day': { field: 'from', message: 'Enter the first day to count' },
  'no-last-day': { field: 'to', message: 'Enter the last day to count' },
  'wrong-way-round': { field: 'to', message: 'The last day must be the same as or after the first day' },
}

/** Reads period and pathway out of an address; this month where none is asked for. */
export function readAsked(query: URLSearchParams, today: Temporal.PlainDate): FiguresAsked {
  const kind = query.get('period') ?? ''
  const asked = isPeriodKind(kind) ? kind : 'month'
  const isBetween = asked === 'between'
  const pathway = findPathway(practiceInUse(), query.get('pathway') ?? '')
  const days = readDays(isBetween ? query : new URLSearchParams(), { from: 'from', to: 'to' })
  if (!isBetween) return { period: periodTo(asked, today), days, pathway }
  const { from, to } = days.days
  const period = days.faults.length > 0 ? undefined : periodBetween(from, to)
  if (typeof period !== 'string') return { period, days, pathway }
  return { period: undefined, days: { ...days, faults: [remedies[period]] }, pathway }
}

/** What is asked for as it stands in an address: nothing that is empty or not used. */
export function writeAsked({ period, pathway }: FiguresAsked): string {
  return new URLSearchParams([
    ...(period ? [['period', period.kind]] : []),
    ...(period?.kind === 'between'
      ? [['from', String(period.from)] as const, ['to', String(period.to)] as const]
      : []),
    ...(pathway ? [['pathway', pathway.id]] : []),
  ] as [string, string][]).toString()
}
