import { sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** What an agency brought about a child. */
export type Return = {
  itemId: string
  seat: string
  answers: Answers
  knowsNothing: boolean
  givenName: string
  givenAt: Temporal.Instant
  version: number
}

/** What the agencies have brought for some items. */
export async function listReturns(tx: Work, itemIds: readonly string[]): Promise<Return[]> {
  if (itemIds.length === 0) return []
  const { rows } = await sql<Return>`
    select r.item_id as "itemId", r.seat, r.answers, r.knows_nothing as "knowsNothing", r.given_name as "givenName",
      r.given_at as "givenAt", r.version
    from forum_return r where r.service_id = current_service() and r.item_id = any (${[...itemIds]}::uuid[])
    order by r.given_at`.execute(tx)
  return rows
}

export type ReturnSaid = {
  serviceId: string
  itemId: string
  childId: string
  seat: string
  answers: Answers
  knowsNothing: boolean
  by: string
  name: string
  at: Temporal.Instant
}

/**
 * Keeps what an agency brings, in place of what it brought before.
 * @param was the version that it takes the place of; 0 for the first
 * @returns false where somebody else was quicker
 */
export async function saveReturn(tx: Work, it: ReturnSaid, was: number): Promise<boolean> {
  const said = {
    answers: JSON.stringify(it.answers),
    knows_nothing: it.knowsNothing,
    given_by: it.by,
    given_name: it.name,
    given_at: it.at,
  }
  if (was === 0) {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('forum_return')
      .values({ service_id: it.serviceId, item_id: it.itemId, child_id: it.childId, seat: it.seat, ...said })
      .onConflict(conflict => conflict.columns(['service_id', 'item_id', 'seat']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('forum_return')
    .set(eb => ({ ...said, version: eb('version', '+', 1) }))
    .where('service_id', '=', it.serviceId)
    .where('item_id', '=', it.itemId)
    .where('seat', '=', it.seat)
    .where('version', '=', was)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A child about whom a seat is asked, and has brought nothing yet. */
export type Asked = {
  itemId: string
  forum: string
  seat: string
  childId: string
  childName: string
  meetsOn: Temporal.PlainDate
}

/** About whom somebody is asked, by the seats that they hold, of the meetings from a day on. */
export async function listAsked(tx: Work, userId: string, today: Temporal.PlainDate): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select i.item_id as "itemId", i.forum, h.seat, i.child_id as "childId",
      trim(c.given_name || ' ' || c.family_name) as "childName", m.on_day as "meetsOn"
    from (select distinct forum, seat from forum_seat_holder where service_id = current_service() and user_id = ${userId}
        and from_on <= ${today} and (until_on is null or until_on >= ${today})) h
      join forum_meeting m on m.service_id = current_service() and m.forum = h.forum and m.on_day >= ${today}
        and m.state in ('planned', 'open')
      join forum_item i on i.service_id = m.service_id and i.meeting_id = m.meeting_id and i.state = 'waiting'
      join child c on c.service_id = i.service_id and c.child_id = i.child_id
    where not exists (select from forum_return r where r.service_id = i.service_id and r.item_id = i.item_id and r.seat = h.seat)
    order by m.on_day, i.place`.execute(tx)
  return rows
}
