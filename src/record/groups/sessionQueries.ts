import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Attendance, Session, SessionBeside, SessionCount } from './group.ts'
import { within } from './groupQueries.ts'

const columns = sql`s.session_id as "sessionId", s.group_id as "groupId", s.title, s.starts_at as "startsAt", s.minutes,
  s.place_id as "placeId", s.place, s.lead_user as "leadUser", p.name as "leadName", s.workers,
  array(select w.name from person_account w where w.service_id = s.service_id and w.user_id = any (s.workers) order by w.name)
    as "workerNames", s.cancelled_at as "cancelledAt", s.version`
const from = sql`group_session s join person_account p on p.service_id = s.service_id and p.user_id = s.lead_user`

/** One session of a group. */
export async function findSession(
  tx: Work,
  groupId: string,
  sessionId: string,
): Promise<Session | undefined> {
  const id = parseId<'session'>(sessionId)
  if (!id) return undefined
  const { rows } = await sql<Session>`
    select ${columns} from ${from}
    where s.service_id = current_service() and s.group_id = ${groupId} and s.session_id = ${id}`.execute(tx)
  return rows[0]
}

/** So many sessions of a group are shown: those ahead and the latest. */
export const mostSessions = 100

/** The sessions of a group, the latest first, with who came among the children whom one may see. */
export async function listSessions(tx: Work, groupId: string, reach: Reach): Promise<SessionCount[]> {
  const { rows } = await sql<SessionCount>`
    select ${columns}, coalesce(a.planned, 0) as planned, coalesce(a.kept, 0) as kept, coalesce(a.missed, 0) as missed,
      coalesce(a.cancelled, 0) as cancelled
    from ${from}
    left join lateral (
      select count(*) filter (where x.state = 'planned')::int as planned, count(*) filter (where x.state = 'kept')::int as kept,
        count(*) filter (where x.state = 'missed')::int as missed, count(*) filter (where x.state = 'cancelled')::int as cancelled
      from appointment x where x.service_id = s.service_id and x.session_id = s.session_id and ${within(reach, 'x')}) a on true
    where s.service_id = current_service() and s.group_id = ${groupId}
    order by s.starts_at desc, s.session_id desc limit ${mostSessions}`.execute(tx)
  return rows
}

/**
 * The sessions between two moments at which somebody is there beside whoever leads them; those called off too. Whoever
 * leads has the children's appointments instead.
 */
export async function listSessionsBeside(
  tx: Work,
  userId: string,
  { from: first, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<SessionBeside[]> {
  const { rows } = await sql<SessionBeside>`
    select s.session_id as "sessionId", s.group_id as "groupId", g.title as "groupTitle", s.title, s.starts_at as "startsAt",
      s.minutes, s.place, p.name as "leadName", s.cancelled_at as "cancelledAt", s.version
    from ${from} join group_programme g on g.service_id = s.service_id and g.group_id = s.group_id
    where s.service_id = current_service() and s.starts_at >= ${first} and s.starts_at < ${to}
      and ${userId} = any (s.workers) and s.lead_user <> ${userId}
    order by s.starts_at, s.session_id`.execute(tx)
  return rows
}

/** The children in a session whom one may see, by name. */
export async function listAttendance(tx: Work, sessionId: string, reach: Reach): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select a.appointment_id as "appointmentId", a.child_id as "childId",
      a.involvement_id as "involvementId", a.starts_at as "startsAt", a.minutes, a.state,
      a.reason_is_acceptable as "reasonIsAcceptable", a.missed_code as "missedCode", a.missed_reason as "missedReason",
      a.what_happened as "whatHappened", a.followed_up_at as "followedUpAt", a.version, c.given_name as "givenName",
      c.family_name as "familyName", c.known_as as "knownAs",
      coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'text', l.text) order by l.raised_at) from child_alert l
        where l.service_id = a.service_id and l.child_id = a.child_id and l.ended_at is null), '[]') as alerts
    from appointment a join child c on c.service_id = a.service_id and c.child_id = a.child_id
    where a.service_id = current_service() and a.session_id = ${sessionId} and ${within(reach, 'a')}
    order by c.folded_name, a.appointment_id`.execute(tx)
  return rows
}

/** When and where a session is, and who leads it. */
export type SessionPlan = Pick<
  Session,
  'title' | 'startsAt' | 'minutes' | 'placeId' | 'place' | 'leadUser' | 'workers'
>

const planColumns = (it: SessionPlan) => ({
  title: it.title,
  starts_at: it.startsAt,
  minutes: it.minutes,
  place_id: it.placeId,
  place: it.place,
  lead_user: it.leadUser,
  workers: it.workers,
})

/** Plans a session; the children in the group have an appointment in it from now on. @returns its id */
export async function insertSession(
  tx: Work,
  it: SessionPlan & { serviceId: string; groupId: string; at: Temporal.Instant },
): Promise<string> {
  const row = await tx
    .insertInto('group_session')
    .values({ service_id: it.serviceId, group_id: it.groupId, ...planColumns(it) })
    .returning('session_id')
    .executeTakeFirstOrThrow()
  await carry(tx, row.session_id, it.at)
  return row.session_id
}

/** Moves a session, or calls it off, with every appointment in it; false where somebody else was quicker. */
export async function changeSession(
  tx: Work,
  { sessionId, version }: Pick<Session, 'sessionId' | 'version'>,
  to: SessionPlan | { cancelled: true },
  at: Temporal.Instant,
): Promise<boolean> {
  const set = 'cancelled' in to ? { cancelled_at: at } : planColumns(to)
  const result = await tx
    .updateTable('group_session')
    .set(eb => ({ ...set, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('session_id', '=', sessionId)
    .where('version', '=', version)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await carry(tx, sessionId, at)
  return true
}

/** Brings the appointments of a session to where and when it is: of every child in it, seen or not. */
async function carry(tx: Work, sessionId: string, at: Temporal.Instant): Promise<void> {
  await sql`select carry_session(${sessionId}, ${at})`.execute(tx)
}

/** Sessions of a group that are still to come: whoever joins now comes to them. */
export async function joinSessionsAhead(tx: Work, groupId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    select carry_session(s.session_id, ${at}) from group_session s
    where s.service_id = current_service() and s.group_id = ${groupId} and s.cancelled_at is null
      and s.starts_at > ${at}`.execute(tx)
}
