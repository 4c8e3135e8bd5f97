import type { Fields } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay, writeTime } from '../../kernel/writtenDates.ts'

/** What the page of a step that names the holder sends along: who held the case when it was opened. */
export const heldByKey = 'held-by'

/** The answer to whether a case that has changed hands meanwhile is moved once more. */
export const moveAgainKey = 'move-again'

/** Who holds a case, and from when on. */
export type Holding = { name: string; since: Temporal.Instant }

/** Since when somebody has held a case, as a sentence without its end: the time where it was today, otherwise the day. */
export function heldSince({ name, since }: Holding, now: Temporal.Instant): string {
  const day = dayInUk(since)
  const isToday = day.equals(dayInUk(now))
  const when = isToday ? writeTime(since.toZonedDateTimeISO(ukZone).toPlainTime()) : writeDay(day)
  return `${name} has held this case since ${when}`
}

/**
 * Asked where somebody else has given the case to another worker since the page was opened. The save asks for an answer,
 * so that the page of the collision comes before it.
 */
export function askedToMoveAgain(holding: Holding, now: Temporal.Instant): Fields {
  return {
    [moveAgainKey]: {
      kind: 'choice',
      label: `${heldSince(holding, now)}. Is it to be handed over once more?`,
      isUnmarked: true,
      options: [
        { value: 'yes', label: 'Yes, to whom I have chosen below' },
        { value: 'no', label: `No, it stays with ${holding.name}` },
      ],
    },
  }
}
