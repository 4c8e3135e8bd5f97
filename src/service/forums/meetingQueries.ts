import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

export type MeetingState = 'planned' | 'open' | 'closed' | 'called-off'

/** One meeting of a forum. */
export type Meeting = {
  meetingId: string
  forum: string
  day: Temporal.PlainDate
  at: Temporal.PlainTime
  minutes: number
  place: string
  joinsBy: string
  state: MeetingState
  stateReason: string
  /** What all have before them while it is open. */
  itemId: string | null
  openedAt: Temporal.Instant | null
  closedAt: Temporal.Instant | null
  notes: string
  /** How many children and papers stand on the agenda. */
  items: number
  version: number
}

const meeting = sql`
  select m.meeting_id as "meetingId", m.forum, m.on_day as "day", m.at_time as "at", m.minutes, m.place, m.joins_by as "joinsBy",
    m.state, m.state_reason as "stateReason", m.item_id as "itemId", m.opened_at as "openedAt", m.closed_at as "closedAt", m.notes,
    (select count(*)::int from forum_item i where i.service_id = m.service_id and i.meeting_id = m.meeting_id
      and i.state <> 'withdrawn') as items, m.version
  from forum_meeting m where m.service_id = current_service()`

/** The meetings of a forum from a day on, the next first. */
export async function listMeetingsFrom(
  tx: Work,
  forum: string,
  from: Temporal.PlainDate,
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`${meeting} and m.forum = ${forum} and m.on_day >= ${from}
    order by m.on_day, m.at_time`.execute(tx)
  return rows
}

/** The meetings of a forum before a day, the last first: so many of them. */
export async function listMeetingsBefore(
  tx: Work,
  forum: string,
  before: Temporal.PlainDate,
  most: number,
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`${meeting} and m.forum = ${forum} and m.on_day < ${before}
    order by m.on_day desc, m.at_time desc limit ${most}`.execute(tx)
  return rows
}

/** The next meeting of each forum that can still take something on. */
export async function listNextMeetings(tx: Work, from: Temporal.PlainDate): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select distinct on (forum) * from (${meeting} and m.on_day >= ${from} and m.state in ('planned', 'open')) it
    order by forum, "day", "at"`.execute(tx)
  return rows
}

/**
 * A meeting by its id; undefined where there is none.
 * @param use to be moved: nobody else changes it or its agenda until this transaction ends
 */
export async function findMeeting(
  tx: Work,
  meetingId: string,
  use: 'to-read' | 'to-move' = 'to-read',
): Promise<Meeting | undefined> {
  const id = parseId<'meeting'>(meetingId)
  if (!id) return undefined
  if (use === 'to-move')
    await sql`select from forum_meeting where service_id = current_service() and meeting_id = ${id} for update`.execute(
      tx,
    )
  const { rows } = await sql<Meeting>`${meeting} and m.meeting_id = ${id}`.execute(tx)
  return rows[0]
}

type MeetingSaid = Pick<Meeting, 'day' | 'at' | 'minutes' | 'place' | 'joinsBy'>

/** Plans meetings. Those that stand at this time already are left out. @returns how many were planned */
export async function insertMeetings(
  tx: Work,
  of: { serviceId: string; forum: string; by: string },
  said: readonly MeetingSaid[],
): Promise<number> {
  let planned = 0
  for (const it of said) {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('forum_meeting')
      .values({
        service_id: of.serviceId,
        forum: of.forum,
        on_day: it.day,
        at_time: it.at,
        minutes: it.minutes,
        place: it.place,
        joins_by: it.joinsBy,
        planned_by: of.by,
      })
      .onConflict(conflict =>
        conflict
          .columns(['service_id', 'forum', 'on_day', 'at_time'])
          .where(sql<boolean>`state <> 'called-off'`)
          .doNothing(),
      )
      .executeTakeFirst()
    planned += Number(numInsertedOrUpdatedRows)
  }
  return planned
}

/** What of a meeting can be changed. */
type MeetingChange = Partial<
  MeetingSaid & Pick<Meeting, 'state' | 'stateReason' | 'itemId' | 'openedAt' | 'closedAt' | 'notes'>
>

/** Changes a meeting, unless somebody else has since it was read. */
export async function changeMeeting(
  tx: Work,
  { meetingId, version }: Pick<Meeting, 'meetingId' | 'version'>,
  to: MeetingChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('forum_meeting')
    .set(eb => ({
      ...(to.day && { on_day: to.day }),
      ...(to.at && { at_time: to.at }),
      ...(to.minutes !== undefined && { minutes: to.minutes }),
      ...(to.place !== undefined && { place: to.place }),
      ...(to.joinsBy !== undefined && { joins_by: to.joinsBy }),
      ...(to.state && { state: to.state }),
      ...(to.stateReason !== undefined && { state_reason: to.stateReason }),
      ...(to.itemId !== undefined && { item_id: to.itemId }),
      ...(to.openedAt !== undefined && { opened_at: to.openedAt }),
      ...(to.closedAt !== undefined && { closed_at: to.closedAt }),
      ...(to.notes !== undefined && { notes: to.notes }),
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a forum meets at this time already. */
export async function isTaken(
  tx: Work,
  forum: string,
  { day, at }: Pick<Meeting, 'day' | 'at'>,
  except: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from forum_meeting where service_id = current_service() and forum = ${forum} and on_day = ${day}
      and at_time = ${at} and state <> 'called-off' and meeting_id is distinct from ${except}::uuid) as is`.execute(
    tx,
  )
  return rows[0]?.is ?? false
}
