import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/** Somebody who holds a seat, or held it. */
export type SeatHolder = {
  holderId: string
  forum: string
  seat: string
  userId: string | null
  name: string
  email: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  version: number
}

const holder = sql`
  select h.seat_holder_id as "holderId", h.forum, h.seat, h.user_id as "userId", h.name, h.email, h.from_on as "from",
    h.until_on as "until", h.version
  from forum_seat_holder h where h.service_id = current_service()`

/** Whoever holds or held a seat of a forum, by seat, the latest first. */
export async function listHolders(tx: Work, forum: string): Promise<SeatHolder[]> {
  const { rows } = await sql<SeatHolder>`${holder} and h.forum = ${forum}
    order by h.seat, h.from_on desc, h.name`.execute(tx)
  return rows
}

/** The seats that somebody holds on a day: by forum. */
export async function listSeatsOf(
  tx: Work,
  userId: string,
  on: Temporal.PlainDate,
): Promise<Pick<SeatHolder, 'forum' | 'seat'>[]> {
  const { rows } = await sql<Pick<SeatHolder, 'forum' | 'seat'>>`
    select distinct h.forum, h.seat from forum_seat_holder h
    where h.service_id = current_service() and h.user_id = ${userId}
      and h.from_on <= ${on} and (h.until_on is null or h.until_on >= ${on})`.execute(tx)
  return rows
}

/** A holder by id; undefined where there is none. */
export async function findHolder(tx: Work, holderId: string): Promise<SeatHolder | undefined> {
  const id = parseId<'seat holder'>(holderId)
  if (!id) return undefined
  const { rows } = await sql<SeatHolder>`${holder} and h.seat_holder_id = ${id}`.execute(tx)
  return rows[0]
}

type HolderSaid = Pick<SeatHolder, 'forum' | 'seat' | 'userId' | 'name' | 'email' | 'from'>

/** Gives somebody a seat. */
export async function insertHolder(tx: Work, serviceId: string, it: HolderSaid): Promise<void> {
  await tx
    .insertInto('forum_seat_holder')
    .values({
      service_id: serviceId,
      forum: it.forum,
      seat: it.seat,
      user_id: it.userId,
      name: it.name,
      email: it.email,
      from_on: it.from,
    })
    .execute()
}

/** Says until when somebody holds a seat. @returns false where somebody else was quicker */
export async function endHolder(
  tx: Work,
  { holderId, version }: Pick<SeatHolder, 'holderId' | 'version'>,
  until: Temporal.PlainDate | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('forum_seat_holder')
    .set(eb => ({ until_on: until, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('seat_holder_id', '=', holderId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether somebody holds a seat on a day. */
export function isHeldOn(
  { from, until }: Pick<SeatHolder, 'from' | 'until'>,
  day: Temporal.PlainDate,
): boolean {
  const { compare } = Temporal.PlainDate
  return compare(from, day) <= 0 && (until === null || compare(until, day) >= 0)
}
