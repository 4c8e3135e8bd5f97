import { sql } from 'kysely'
import { ukZone } from '../../kernel/dutyHours.ts'
import type { Work } from '../../platform/database/index.ts'

/** How many contacts with a child were kept in the calendar month of a day. */
export async function countKept(tx: Work, childId: string, day: Temporal.PlainDate): Promise<number> {
  const first = day.with({ day: 1 })
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from appointment a
    where a.service_id = current_service() and a.child_id = ${childId} and a.state = 'kept'
      and a.starts_at >= ${first.toZonedDateTime(ukZone).toInstant()}
      and a.starts_at < ${first.add({ months: 1 }).toZonedDateTime(ukZone).toInstant()}`.execute(tx)
  return rows[0]?.kept ?? 0
}
