import { ukZone } from '../../kernel/dutyHours.ts'
import type { Span } from './happeningQueries.ts'

/** The moments between the beginning of a first day and the end of a last, as the clock on the wall says it. */
export function spanOf({ from, to }: { from?: Temporal.PlainDate; to?: Temporal.PlainDate }): Span {
  return {
    since: from?.toZonedDateTime(ukZone).toInstant(),
    until: to?.add({ days: 1 }).toZonedDateTime(ukZone).toInstant(),
  }
}
