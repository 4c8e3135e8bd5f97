import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { Appointment } from '../appointments/index.ts'
import { isRelated } from '../children/index.ts'
import { spanOf } from '../figures/index.ts'

/** An appointment of the service with whose it is. */
export type ListedAppointment = Pick<
  Appointment,
  | 'appointmentId'
  | 'childId'
  | 'withName'
  | 'kind'
  | 'startsAt'
  | 'minutes'
  | 'place'
  | 'state'
  | 'reasonIsAcceptable'
  | 'followedUpAt'
  | 'sessionId'
  | 'groupTitle'
> & {
  groupId: string | null
  id: string
  givenName: string
  familyName: string
  knownAs: string
  reference: string
}

/** The appointments of the service with their children. */
export const appointmentSource: ListSource<ListedAppointment> = {
  columns: sql<ListedAppointment>`p.appointment_id as id, p.appointment_id as "appointmentId", p.child_id as "childId",
    (select a.name from person_account a where a.service_id = p.service_id and a.user_id = p.with_user) as "withName",
    p.kind, p.starts_at as "startsAt", p.minutes, p.place, p.state, p.reason_is_acceptable as "reasonIsAcceptable",
    p.followed_up_at as "followedUpAt", p.session_id as "sessionId",
    (select s.group_id from group_session s where s.service_id = p.service_id and s.session_id = p.session_id) as "groupId",
    (select g.title from group_session s join group_programme g on g.service_id = s.service_id and g.group_id = s.group_id
      where s.service_id = p.service_id and s.session_id = p.session_id) as "groupTitle", c.given_name as "givenName", c.family_name as "familyName",
    c.known_as as "knownAs", c.reference`,
  from: sql`appointment p join child c on c.service_id = p.service_id and c.child_id = p.child_id`,
  where: sql<boolean>`p.service_id = current_service() and c.service_id = current_service()`,
  id: sql<string>`p.appointment_id`,
  sorts: { when: sql`p.starts_at` },
}

/** Whether somebody, known as `a`, has an appointment that the reader may see. */
export const hasAppointments = sql<boolean>`exists (select from appointment w
  where w.service_id = current_service() and w.with_user = a.user_id)`

/** How an appointment stands, as a list is narrowed to it: what was recorded, and what is still owed. */
export type AppointmentStanding =
  | 'ahead'
  | 'to-record'
  | 'kept'
  | 'missed'
  | 'to-follow-up'
  | 'cancelled'
  | 'tried'

/** What the list of appointments is narrowed to. */
export type AppointmentFilter = {
  reach: Reach
  with?: string | undefined
  standing?: AppointmentStanding | undefined
  kind?: string | undefined
  days: Days
  now: Temporal.Instant
}

/** The conditions that a filter comes to. */
export function appointmentConditions(filter: AppointmentFilter): RawBuilder<boolean>[] {
  const { since, until } = spanOf(filter.days)
  return [
    ...(filter.reach === 'related' ? [isRelated('p')] : []),
    ...(filter.with === undefined ? [] : [sql<boolean>`p.with_user = ${filter.with}::uuid`]),
    ...(filter.kind === undefined ? [] : [sql<boolean>`p.kind = ${filter.kind}`]),
    ...(filter.standing === undefined ? [] : [standsSo(filter.standing, filter.now)]),
    ...(since === undefined ? [] : [sql<boolean>`p.starts_at >= ${since}`]),
    ...(until === undefined ? [] : [sql<boolean>`p.starts_at < ${until}`]),
  ]
}

function standsSo(standing: AppointmentStanding, now: Temporal.Instant): RawBuilder<boolean> {
  switch (standing) {
    case 'ahead':
      return sql<boolean>`(p.state = 'planned' and p.starts_at > ${now})`
    case 'to-record':
      return sql<boolean>`(p.state = 'planned' and p.starts_at <= ${now})`
    case 'to-follow-up':
      return sql<boolean>`(p.state = 'missed' and p.reason_is_acceptable is not true and p.followed_up_at is null)`
    case 'kept':
    case 'missed':
    case 'cancelled':
    case 'tried':
      return sql<boolean>`p.state = ${standing}`
  }
}
