import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** Those whose work is somebody’s today: they themselves, and whom they cover for. One rule for all that stands on a day. */
export const worksFor = (userId: string, today: Temporal.PlainDate) => sql`(
  select ${userId}::uuid union select l.user_id from worker_leave l
  where l.service_id = current_service() and l.covered_by = ${userId} and ${today} between l.from_on and l.until_on)`

/** The open cases that somebody holds, or covers for today: `child_id` and `involvement_id`. */
export const heldOrCovered = (userId: string, today: Temporal.PlainDate) => sql`
  select i.child_id, i.involvement_id from involvement i
  where i.service_id = current_service() and i.ended_at is null and i.holder_id in ${worksFor(userId, today)}`

/** The open cases of everybody, each once for its holder and once for whoever covers today: `user_id`, `child_id`, `involvement_id`. */
export const heldByAnybody = (today: Temporal.PlainDate) => sql`
  select i.holder_id as user_id, i.child_id, i.involvement_id from involvement i
  where i.service_id = current_service() and i.ended_at is null and i.holder_id is not null
  union
  select l.covered_by, i.child_id, i.involvement_id from involvement i
    join worker_leave l on l.service_id = i.service_id and l.user_id = i.holder_id and ${today} between l.from_on and l.until_on
  where i.service_id = current_service() and i.ended_at is null and l.covered_by is not null`

/** Who holds, or covers for today, an open case of these children. */
export async function listWhoHolds(
  tx: Work,
  childIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<{ userId: string; childId: string }[]> {
  if (childIds.length === 0) return []
  const { rows } = await sql<{ userId: string; childId: string }>`
    select distinct h.user_id as "userId", h.child_id as "childId" from (${heldByAnybody(today)}) h
    where h.child_id = any (${[...childIds]}::uuid[])`.execute(tx)
  return rows
}
