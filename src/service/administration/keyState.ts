import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { ApiKey } from '../../platform/api/index.ts'

/** How a key stands. */
export type KeyState = 'good' | 'ends-soon' | 'expired' | 'ended'

export const keyStateNames: Record<KeyState, string> = {
  good: 'Good',
  'ends-soon': 'Good, ends soon',
  expired: 'Past its last day',
  ended: 'Ended',
}

/** So many days before its end somebody should think of the next key. */
const soonDays = 30

/** How a key stands at a moment. */
export function keyStateOf(
  { endedAt, expiresAt }: Pick<ApiKey, 'endedAt' | 'expiresAt'>,
  now: Temporal.Instant,
): KeyState {
  if (endedAt) return 'ended'
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired'
  const soon = now.add({ hours: soonDays * 24 })
  return Temporal.Instant.compare(expiresAt, soon) <= 0 ? 'ends-soon' : 'good'
}

/** The last day on which a key is good: it ends with the day. */
export function lastDayOf({ expiresAt }: Pick<ApiKey, 'expiresAt'>): Temporal.PlainDate {
  return dayInUk(expiresAt).subtract({ days: 1 })
}

/** The moment at which a key ends whose last day this is. */
export function endOf(lastDay: Temporal.PlainDate): Temporal.Instant {
  return lastDay.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
}
