import type { ReviewRule } from '../../engine/assessments/index.ts'
import { type Calendars, type ClockState, clockState } from '../../engine/clocks/index.ts'

/** Something that happened and that nobody has reviewed since: its id (of the event, the home or the offence), of which kind, on which day where that is known, and from when the clock runs. */
export type Happened = {
  id: string
  childId: string
  childName: string
  kind: string
  day: Temporal.PlainDate | null
  from: Temporal.Instant
}

/** A review that is asked for: of which child, after what, and how the clock of the first of it stands. */
export type AskedReview = {
  childId: string
  childName: string
  happened: readonly Happened[]
  state: ClockState
}

/**
 * The reviews that are asked for, one for each child, the most pressing first. What is written down and stands in the record
 * besides, of the same kind and day, happened once.
 */
export function askedReviews(
  rule: Pick<ReviewRule, 'clock'>,
  happened: readonly Happened[],
  now: Temporal.Instant,
  calendars: Calendars,
): AskedReview[] {
  const inOrder = happened.toSorted((one, other) => Temporal.Instant.compare(one.from, other.from))
  return [...Map.groupBy(inOrder, ({ childId }) => childId).values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const once = own.filter(
      (it, place) =>
        own.findIndex(({ kind, day }) => kind === it.kind && String(day) === String(it.day)) === place,
    )
    const events = own.map(({ from: at }) => ({ step: 'happened', at }))
    const { childId, childName } = first
    return [{ childId, childName, happened: once, state: clockState(rule.clock, events, now, calendars) }]
  })
}
