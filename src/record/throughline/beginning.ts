import { dayInUk } from '../../kernel/ukDay.ts'
import type { Lane } from './lane.ts'
import { daysOf } from './lanes.ts'
import { type Span, wholeSpan } from './span.ts'

/**
 * How long before a child's first case something may stand and still be drawn where all is: long enough for the offence
 * that led to it. No source gives it; it is our own choice.
 */
export const drawnBefore = { years: 1 } as const

/** What stands further before the first case, and is left out where all is drawn. */
export type LeftOut = { count: number; first: Temporal.PlainDate }

/** All that is drawn of a child's time, and all that is recorded. `leftOut`: undefined where the two are the same. */
export type WholeTime = { drawn: Span; recorded: Span; leftOut: LeftOut | undefined }

/**
 * From when to when a child's time is drawn, where all of it is. One wrong year would make a speck of everything else, so
 * the drawing begins with the first entry of the year before the first case; what stands further back is counted, so that
 * it can be said, and stands in the table. A bar that reaches into the drawing is in it. Without a case all is drawn.
 */
export function wholeTime(lanes: readonly Lane[], today: Temporal.PlainDate): WholeTime {
  const days = daysOf(lanes)
  const recorded = wholeSpan(days, today)
  const { compare } = Temporal.PlainDate
  const cases = lanes.filter(({ kind }) => kind === 'case').flatMap(({ bars }) => bars)
  const [firstCase] = cases.map(({ from }) => dayInUk(from)).sort(compare)
  const edge = firstCase?.subtract(drawnBefore)
  if (!edge) return { drawn: recorded, recorded, leftOut: undefined }
  const isBefore = (day: Temporal.PlainDate) => compare(day, edge) < 0
  const out = lanes.flatMap(({ marks, bars }) => [
    ...marks.map(({ at }) => dayInUk(at)).filter(isBefore),
    ...bars.filter(({ to }) => to !== undefined && isBefore(dayInUk(to))).map(({ from }) => dayInUk(from)),
  ])
  const [first] = out.toSorted(compare)
  return {
    drawn: wholeSpan(
      days.filter(day => !isBefore(day)),
      today,
    ),
    recorded,
    leftOut: first && { count: out.length, first },
  }
}
