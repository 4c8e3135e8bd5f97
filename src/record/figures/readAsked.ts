import { readDay } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import type { Pathway } from '../../engine/pathways/index.ts'
import { type FigurePeriod, isPeriodKind, type PeriodFault, periodBetween, periodTo } from './period.ts'

/** What somebody asks the figures for; a fault where the dates are no period. */
export type FiguresAsked = { period: FigurePeriod | PeriodFault; pathway: Pathway | undefined }

/** Reads period and pathway out of an address; this month where none is asked for. */
export function readAsked(query: URLSearchParams, today: Temporal.PlainDate): FiguresAsked {
  const kind = query.get('period') ?? ''
  const asked = isPeriodKind(kind) ? kind : 'month'
  const period =
    asked === 'between'
      ? periodBetween(readDay(query.get('from')), readDay(query.get('to')))
      : periodTo(asked, today)
  return { period, pathway: findPathway(practiceInUse(), query.get('pathway') ?? '') }
}
