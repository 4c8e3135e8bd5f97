import { type Kysely, sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { DB, Work } from '../../platform/database/index.ts'
import { coveredToday } from '../workforce/index.ts'

/** An address under which a calendar program reads a person's appointments. */
export type Feed = {
  feedId: string
  name: string
  withInitials: boolean
  madeAt: Temporal.Instant
  /** The last day on which it was read. */
  askedOn: Temporal.PlainDate | null
}

/** A person's addresses that have not ended, the newest first. */
export async function listFeeds(tx: Work, userId: string): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    select calendar_feed_id as "feedId", name, with_initials as "withInitials", made_at as "madeAt", asked_on as "askedOn"
    from calendar_feed where service_id = current_service() and user_id = ${userId} and ended_at is null
    order by made_at desc, calendar_feed_id desc`.execute(tx)
  return rows
}

/** One of a person's own addresses that has not ended. */
export async function findFeed(tx: Work, userId: string, feedId: string): Promise<Feed | undefined> {
  const id = parseId<'calendar-feed'>(feedId)
  return id && (await listFeeds(tx, userId)).find(feed => feed.feedId === id)
}

export type NewFeed = {
  serviceId: string
  userId: string
  name: string
  tokenHash: Buffer
  withInitials: boolean
  at: Temporal.Instant
  /** The form that makes it, as it was sent; undefined where it may make as many as it likes. */
  madeByForm: Buffer | undefined
}

/**
 * Adds an address; only the hash of its token is kept. A form that arrives again, because its answer was lost, makes no
 * second one: the address that it made gets the new token, and the one before leads nowhere.
 * @returns whether there was one already
 */
export async function keepFeed(tx: Work, it: NewFeed): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update calendar_feed set token_hash = ${it.tokenHash}, asked_on = null
    where service_id = current_service() and user_id = ${it.userId} and made_by_form = ${it.madeByForm ?? null}
      and ended_at is null`.execute(tx)
  if (numAffectedRows === 1n) return true
  await tx
    .insertInto('calendar_feed')
    .values({
      service_id: it.serviceId,
      user_id: it.userId,
      name: it.name,
      token_hash: it.tokenHash,
      with_initials: it.withInitials,
      made_at: it.at,
      made_by_form: it.madeByForm ?? null,
    })
    .execute()
  return false
}

/** Ends an address: whoever reads it finds nothing there from now on. */
export async function endFeed(tx: Work, feedId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update calendar_feed set ended_at = ${at}
    where service_id = current_service() and calendar_feed_id = ${feedId} and ended_at is null`.execute(tx)
}

/** Whose calendar a token leads to. */
export type Reader = {
  serviceId: string
  feedId: string
  userId: string
  name: string
  roles: Role[]
  withInitials: boolean
  askedOn: Temporal.PlainDate | null
}

/** The calendar behind a token; undefined where it has ended, or its owner can no longer sign in. */
export async function findReader(db: Kysely<DB>, tokenHash: Buffer): Promise<Reader | undefined> {
  const { rows } = await sql<Omit<Reader, 'roles'> & { roles: string[] }>`
    select service_id as "serviceId", calendar_feed_id as "feedId", user_id as "userId", name, roles,
      with_initials as "withInitials", asked_on as "askedOn" from find_calendar_feed(${tokenHash})`.execute(
    db,
  )
  const row = rows[0]
  return row && { ...row, roles: row.roles.filter(isRole) }
}

/** Notes the day on which a calendar was read. */
export async function markAsked(tx: Work, feedId: string, today: Temporal.PlainDate): Promise<void> {
  await sql`
    update calendar_feed set asked_on = ${today}
    where service_id = current_service() and calendar_feed_id = ${feedId}`.execute(tx)
}

/** Writes down that children were named in a calendar, as the views of one page are. */
export async function recordNamed(tx: Work, childIds: readonly string[]): Promise<void> {
  if (childIds.length > 0)
    await sql`select record_views(${[...new Set(childIds)]}::uuid[], 'In a calendar outside, by initials')`.execute(
      tx,
    )
}

/** An appointment as a week or a calendar shows it. */
export type Meeting = {
  appointmentId: string
  childId: string
  givenName: string
  familyName: string
  kind: string
  startsAt: Temporal.Instant
  minutes: number
  place: string
  state: string
  version: number
  /** Of a child's part in a session of a group; null for any other. */
  sessionId: string | null
  groupId: string | null
  groupTitle: string | null
  sessionVersion: number | null
}

const meeting = sql`
  select p.appointment_id as "appointmentId", p.child_id as "childId", c.given_name as "givenName",
    c.family_name as "familyName", p.kind, p.starts_at as "startsAt", p.minutes, p.place, p.state, p.version,
    p.session_id as "sessionId", g.group_id as "groupId", g.title as "groupTitle", s.version as "sessionVersion"
  from appointment p join child c on c.service_id = p.service_id and c.child_id = p.child_id
  left join group_session s on s.service_id = p.service_id and s.session_id = p.session_id
  left join group_programme g on g.service_id = s.service_id and g.group_id = s.group_id`

/** Somebody's appointments between two moments, as far as they may know of them; cancelled ones too. */
export async function listMeetings(
  tx: Work,
  userId: string,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`${meeting}
    where p.service_id = current_service() and p.with_user = ${userId} and p.starts_at >= ${from} and p.starts_at < ${to}
    order by p.starts_at, p.appointment_id`.execute(tx)
  return rows
}

/** An appointment of somebody on leave, with whoever covers today. */
export type CoveredMeeting = Meeting & { coveringFor: string }

/** The planned appointments, on the days of their leave, of those for whom somebody covers today. */
export async function listCoveredMeetings(
  tx: Work,
  userId: string,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<CoveredMeeting[]> {
  const { rows } = await sql<CoveredMeeting>`
    select m.*, v.name as "coveringFor" from (${coveredToday(userId)}) v cross join lateral (
      ${meeting}
      where p.service_id = current_service() and p.with_user = v.user_id and p.state = 'planned'
        and p.starts_at >= ${from} and p.starts_at < ${to}
        and (p.starts_at at time zone 'Europe/London')::date between v.from_on and v.until_on) m
    order by m."startsAt", m."appointmentId"`.execute(tx)
  return rows
}
