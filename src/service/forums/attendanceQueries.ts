import { sql } from 'kysely'
import type { Presence } from '../../engine/forums/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** How a seat was filled at a meeting. */
export type Attendance = {
  seat: string
  presence: Presence
  name: string
  byPhone: boolean
  version: number
}

/** How the seats were filled at a meeting, as far as it was written down. */
export async function listAttendance(tx: Work, meetingId: string): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select a.seat, a.presence, a.name, a.by_phone as "byPhone", a.version
    from forum_attendance a where a.service_id = current_service() and a.meeting_id = ${meetingId}`.execute(
    tx,
  )
  return rows
}

type Marking = { serviceId: string; meetingId: string; by: string; at: Temporal.Instant }

/** Writes down how a seat is filled, in place of what was written before. */
export async function markAttendance(
  tx: Work,
  { serviceId, meetingId, by, at }: Marking,
  it: Omit<Attendance, 'version'>,
): Promise<void> {
  const said = { presence: it.presence, name: it.name, by_phone: it.byPhone, marked_by: by, marked_at: at }
  await tx
    .insertInto('forum_attendance')
    .values({ service_id: serviceId, meeting_id: meetingId, seat: it.seat, ...said })
    .onConflict(conflict =>
      conflict
        .columns(['service_id', 'meeting_id', 'seat'])
        .doUpdateSet(eb => ({ ...said, version: eb('forum_attendance.version', '+', 1) })),
    )
    .execute()
}
