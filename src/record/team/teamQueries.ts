import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { InJson, Work } from '../../platform/database/index.ts'
import { whoFollowsUp } from '../appointments/index.ts'
import { isNotDoneWith } from '../cases/index.ts'
import { type Clocked, eventsOf, type Owed, readEvents, whoOwes } from '../day/index.ts'
import { type Carried, type Load, leaveToday, loadFrom } from '../workforce/index.ts'

/** A worker as the team page knows them, without what hangs on clocks. */
export type TeamWorker = {
  userId: string
  name: string
  roles: Role[]
  isDisabled: boolean
  /** Skills and languages, by title. */
  terms: string[]
  load: Load
  /** Cases given to them that they have not said to have read. */
  fresh: number
  /** Missed without a reason that is known to be acceptable, and not followed up. */
  missed: number
  /** Away today: until when, who covers, and whether they are away today too. */
  leave: { until: Temporal.PlainDate; coverName: string | null; isCoverAway: boolean } | null
}

type Row = Omit<TeamWorker, 'roles' | 'load' | 'leave'> &
  Carried & {
    roles: string[]
    leave: { until: string; coverName: string | null; isCoverAway: boolean } | null
  }

/**
 * Everybody who can be named in a case, carries one, covers today or has a missed appointment to follow up, by name, in one question. Load, what is new and what is missed
 * count children whom the person who asks may know of.
 * @param named roles in which somebody can be named to hold a case
 */
export async function listTeam(tx: Work, named: readonly Role[]): Promise<TeamWorker[]> {
  const { rows } = await sql<Row>`
    with fresh as materialized (
      select h.to_user as user_id, count(*)::int as number from hand_over h
      join involvement i on i.service_id = h.service_id and i.involvement_id = h.involvement_id and i.holder_id = h.to_user
        and i.ended_at is null
      where h.service_id = current_service() and h.read_at is null group by 1),
    missed as materialized (
      select ${whoFollowsUp('p', 'i')} as user_id, count(*)::int as number from appointment p
      join involvement i on i.service_id = p.service_id and i.involvement_id = p.involvement_id
      where p.service_id = current_service() and p.state = 'missed' and p.reason_is_acceptable is not true
        and p.followed_up_at is null group by 1)
    select a.user_id as "userId", a.name, a.roles, a.disabled_at is not null as "isDisabled",
      array(select t.title from worker_term x join work_term t on t.service_id = x.service_id and t.term_id = x.term_id
        where x.service_id = a.service_id and x.user_id = a.user_id order by t.title) as terms,
      l.children::int as children, l.cases, p.minutes_a_week as "minutesAWeek",
      coalesce(f.number, 0) as fresh, coalesce(m.number, 0) as missed,
      ${leaveToday(sql`a.user_id`)} as leave
    from person_account a
    left join worker_profile p on p.service_id = a.service_id and p.user_id = a.user_id
    left join loads_of_workers() l on l.user_id = a.user_id
    left join fresh f on f.user_id = a.user_id
    left join missed m on m.user_id = a.user_id
    where a.service_id = current_service()
      and (l.user_id is not null or m.user_id is not null
        or exists (select from worker_leave w where w.service_id = a.service_id and w.covered_by = a.user_id
          and current_day() between w.from_on and w.until_on)
        or (a.disabled_at is null and a.roles && ${named}::text[]))
    order by a.name, a.user_id`.execute(tx)
  return rows.map(({ children, cases, minutesAWeek, roles, leave, ...row }) => ({
    ...row,
    roles: roles.filter(isRole),
    load: loadFrom({ children, cases, minutesAWeek }),
    leave: leave && { ...leave, until: Temporal.PlainDate.from(leave.until) },
  }))
}

/** A case with those who owe what is due in it. */
export type TeamCase = Clocked & { owed: Owed }

/** Every case that is not done with, with all that its clocks are worked out from and who owes it, in one question. */
export async function listTeamCases(tx: Work): Promise<TeamCase[]> {
  const { rows } = await sql<Omit<TeamCase, 'events'> & { events: InJson<ClockEvent>[] }>`
    select i.pathway, i.ended_at as "endedAt", ${eventsOf('i')} as events, ${whoOwes('i')} as owed
    from involvement i where i.service_id = current_service() and ${isNotDoneWith('i')}`.execute(tx)
  return rows.map(({ events, ...row }) => ({ ...row, events: readEvents(events) }))
}

/** An open case that somebody holds, as it is handed over. */
export type HeldCase = { involvementId: string; childId: string; childName: string }

/** The open cases that somebody holds and the person who asks may know of, by the child's name. */
export async function listHeld(tx: Work, userId: string): Promise<HeldCase[]> {
  return cases(tx, sql`i.holder_id = ${userId} and i.ended_at is null`)
}

/** Some cases by their ids, whoever holds them: those that the person who asks may know of, by the child's name. */
export async function listNamed(tx: Work, involvementIds: readonly string[]): Promise<HeldCase[]> {
  return cases(tx, sql`i.involvement_id = any (${[...involvementIds]}::uuid[])`)
}

async function cases(tx: Work, which: ReturnType<typeof sql>): Promise<HeldCase[]> {
  const { rows } = await sql<HeldCase>`
    select i.involvement_id as "involvementId", i.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName"
    from involvement i join child c on c.service_id = i.service_id and c.child_id = i.child_id
    where i.service_id = current_service() and ${which}
    order by c.folded_name, i.involvement_id`.execute(tx)
  return rows
}
