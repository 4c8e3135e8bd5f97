import { type RawBuilder, sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { questionsThatClocksKnow, stepsThatClocksKnow } from '../../engine/pathways/index.ts'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'
import { whoFollowsUp } from '../appointments/index.ts'
import { isNotDoneWith } from '../cases/index.ts'
import { type ShutOut, whyShutOut } from '../children/index.ts'
import type { SessionBeside } from '../groups/index.ts'
import { type Carried, coveredToday, type Load, loadFrom } from '../workforce/index.ts'
import type { CaseToDo } from './caseToDo.ts'

/** How many lines of a list My day shows; it says how many there are. */
export const mostShown = 100

type Given = NonNullable<CaseToDo['given']>

type Row = Omit<CaseToDo, 'events' | 'given'> & { events: InJson<ClockEvent>[]; given: InJson<Given> | null }

/**
 * Everything that has happened in a case and may start or stop one of its clocks, as JSON in the order of time.
 * `involvement` is the alias under which the query knows the case.
 */
export function eventsOf(involvement: 'i'): RawBuilder<unknown> {
  const i = sql.table(involvement)
  const { pathways } = practiceInUse()
  const steps = stepsThatClocksKnow(pathways)
  // Of the answers only those that say when something is due: the others can be long.
  const answers = sql`(select jsonb_object_agg(q, m.answers -> q) from unnest(${questionsThatClocksKnow(pathways)}::text[]) q
    where m.answers ? q)`
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at, 'about', e.about, 'answers', e.answers)
      order by e.at, e.recorded_at), '[]')
    from (select m.step, m.happened_at as at, null::uuid as about, ${answers} as answers, m.recorded_at from milestone m
        where m.service_id = ${i}.service_id and m.involvement_id = ${i}.involvement_id and m.step = any (${steps}::text[])
      union all select e.step, e.at, e.about, null, null from clock_event e
        where e.service_id = ${i}.service_id and e.involvement_id = ${i}.involvement_id) e)`
}

/** Events as they came in JSON: what is about nothing, or answers nothing, says nothing of it. */
export function readEvents(events: readonly InJson<ClockEvent>[]): ClockEvent[] {
  return events.map(({ step, at, about, answers }) => ({
    step,
    at: Temporal.Instant.from(at),
    ...(about ? { about } : {}),
    ...(answers ? { answers } : {}),
  }))
}

/**
 * Who owes what is due in a case, as JSON (`Owed`): whoever holds it, and for each missed appointment that nobody has followed
 * up, whoever follows it up. Where they are on leave it is whoever covers and is there; nobody who cannot work in the case.
 */
export function whoOwes(involvement: 'i'): RawBuilder<unknown> {
  const i = sql.table(involvement)
  const there = (person: RawBuilder<unknown>) => sql`(
    select coalesce((select l.covered_by from worker_leave l
        join person_account v on v.service_id = l.service_id and v.user_id = l.covered_by
        where l.service_id = h.service_id and l.user_id = h.user_id and current_day() between l.from_on and l.until_on
          and not exists (select from worker_leave o where o.service_id = l.service_id and o.user_id = l.covered_by
            and current_day() between o.from_on and o.until_on)
          and ${whyShutOut('v', involvement)} is null limit 1), h.user_id)
    from person_account h
    where h.service_id = ${i}.service_id and h.user_id = ${person} and ${whyShutOut('h', involvement)} is null)`
  return sql`jsonb_build_object('holder', ${there(sql`${i}.holder_id`)}, 'missed', (
    select coalesce(jsonb_object_agg(p.appointment_id, ${there(whoFollowsUp('p', involvement))}), '{}') from appointment p
    where p.service_id = ${i}.service_id and p.involvement_id = ${i}.involvement_id and p.state = 'missed'
      and p.reason_is_acceptable is not true and p.followed_up_at is null))`
}

/**
 * Cases that are not done with, with all that their clocks are worked out from, in one question: those in which a person
 * has a part or for whose worker they cover today, and where asked those that nobody holds who could work in them. All
 * of them: which is most pressing is known only once the clocks of each have been worked out.
 */
export async function listCasesToDo(
  tx: Work,
  worker: string,
  { withNobodys }: { withNobodys: boolean },
): Promise<CaseToDo[]> {
  const shutOut = whyShutOut('a', 'i')
  const nobodys = withNobodys
    ? sql`union select i.involvement_id from involvement i
        left join person_account a on a.service_id = i.service_id and a.user_id = i.holder_id
        where i.service_id = current_service() and ${isNotDoneWith('i')} and (i.holder_id is null or ${shutOut} is not null)`
    : sql``
  const { rows } = await sql<Row>`
    with covered as materialized (${coveredToday(worker)}),
    own as materialized (
      select w.involvement_id, max(w.from_at) filter (where w.part = 'co-worker') as since from case_worker w
      where w.service_id = current_service() and w.user_id = ${worker} and w.until_at is null group by 1),
    lent as materialized (
      select distinct on (x.involvement_id) x.involvement_id, v.name from covered v
      join (select w.service_id, w.child_id, w.involvement_id, w.user_id from case_worker w
          where w.service_id = current_service() and w.until_at is null
        union select i.service_id, i.child_id, i.involvement_id, i.holder_id from involvement i
          where i.service_id = current_service()) x on x.user_id = v.user_id
      join person_account me on me.service_id = x.service_id and me.user_id = ${worker}
      where ${whyShutOut('me', 'x')} is null
      order by x.involvement_id, v.name),
    -- Found one by one through their indexes: the cases of a whole service are not looked at for one person's day.
    wanted as materialized (
      select involvement_id from own union select involvement_id from lent
      union select i.involvement_id from involvement i where i.service_id = current_service() and i.holder_id = ${worker}
      ${nobodys})
    select i.involvement_id as "involvementId", i.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      i.pathway, i.stage, i.ending, i.started_at as "startedAt", i.ended_at as "endedAt", a.name as "holderName",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'text', l.text) order by l.raised_at), '[]')
        from child_alert l where l.service_id = i.service_id and l.child_id = i.child_id and l.ended_at is null) as alerts,
      case when i.holder_id is not null then ${shutOut} end as "shutOut",
      (o.involvement_id is not null or i.holder_id = ${worker}) is true as "isMine",
      t.name as "coveringFor", o.since as "besideSince",
      case when i.holder_id = ${worker} then (
        select jsonb_build_object('handOverId', h.hand_over_id, 'at', h.given_at, 'fromName', f.name, 'byName', g.name)
        from hand_over h
        join milestone m on m.service_id = h.service_id and m.milestone_id = h.milestone_id
        join person_account g on g.service_id = m.service_id and g.user_id = m.recorded_by
        left join person_account f on f.service_id = h.service_id and f.user_id = h.from_user
        where h.service_id = i.service_id and h.involvement_id = i.involvement_id and h.to_user = ${worker}
          and h.read_at is null order by h.given_at desc limit 1) end as given,
      ${eventsOf('i')} as events, ${whoOwes('i')} as owed
    from wanted n
    join involvement i on i.service_id = current_service() and i.involvement_id = n.involvement_id
    join child c on c.service_id = i.service_id and c.child_id = i.child_id
    left join person_account a on a.service_id = i.service_id and a.user_id = i.holder_id
    left join own o on o.involvement_id = i.involvement_id
    left join lent t on t.involvement_id = i.involvement_id
    where ${isNotDoneWith('i')}
    order by i.started_at, i.involvement_id`.execute(tx)
  return rows.map(({ events, given, ...row }) => ({
    ...row,
    events: readEvents(events),
    given: given && withInstant(given),
    coveringFor: row.isMine ? null : row.coveringFor,
  }))
}

/** An appointment of a person's day. */
export type DayAppointment = {
  appointmentId: string
  childId: string
  childName: string
  kind: string
  startsAt: Temporal.Instant
  minutes: number
  place: string
  alerts: string[]
  /** Whoever is on leave, where it is theirs and this person covers. */
  coveringFor: string | null
  /** The session of a group that it is the child's part in. */
  session: DaySession | null
}

/** A session of a group, as far as a day names it. */
export type DaySession = Pick<SessionBeside, 'sessionId' | 'groupId' | 'groupTitle' | 'title'>

/** An appointment that was missed without a reason that is known to be acceptable, and that nobody has followed up. */
export type MissedAppointment = Pick<
  DayAppointment,
  'appointmentId' | 'childId' | 'childName' | 'kind' | 'startsAt' | 'coveringFor'
>

/** Somebody for whom a person covers today. */
export type Covering = { name: string; until: Temporal.PlainDate }

/** What stands on a person's day beside their cases. */
export type Day = {
  appointments: DayAppointment[]
  missed: MissedAppointment[]
  covering: Covering[]
  load: Load
}

type DayRow = Carried & {
  appointments: (Omit<DayAppointment, 'startsAt'> & { startsAt: string })[]
  missed: (Omit<MissedAppointment, 'startsAt'> & { startsAt: string })[]
  covering: { name: string; until: string }[]
}

/**
 * Reads a person's planned appointments until a moment (those of the past are still planned because nobody has said how
 * they went), missed ones that nobody has followed up, for whom they cover, and what they carry: in one question.
 */
export async function readDay(tx: Work, userId: string, to: Temporal.Instant): Promise<Day> {
  const { rows } = await sql<DayRow>`
    with covered as materialized (${coveredToday(userId)}),
    theirs as materialized (
      select p.*, v.name as covering_for, trim(c.given_name || ' ' || c.family_name) as child_name
      from appointment p
      join child c on c.service_id = p.service_id and c.child_id = p.child_id
      join person_account me on me.service_id = p.service_id and me.user_id = ${userId}
      left join covered v on v.user_id = p.with_user
        and (p.starts_at at time zone 'Europe/London')::date between v.from_on and v.until_on and ${whyShutOut('me', 'p')} is null
      where p.service_id = current_service() and p.state = 'planned'
        and p.with_user in (select ${userId}::uuid union select user_id from covered)
        and (p.with_user = ${userId} or v.user_id is not null)),
    owed as materialized (
      select p.*, v.name as covering_for, trim(c.given_name || ' ' || c.family_name) as child_name
      from (
        select appointment_id from appointment where service_id = current_service() and state = 'missed'
          and with_user in (select ${userId}::uuid union select user_id from covered)
        union select x.appointment_id from appointment x join involvement i on i.service_id = x.service_id and i.involvement_id = x.involvement_id
          where x.service_id = current_service() and x.state = 'missed'
            and i.holder_id in (select ${userId}::uuid union select user_id from covered)) found
      join appointment p on p.service_id = current_service() and p.appointment_id = found.appointment_id
      join involvement i on i.service_id = p.service_id and i.involvement_id = p.involvement_id
      join child c on c.service_id = p.service_id and c.child_id = p.child_id
      join person_account me on me.service_id = p.service_id and me.user_id = ${userId}
      cross join lateral (select ${whoFollowsUp('p', 'i')} as user_id) o
      left join covered v on v.user_id = o.user_id and ${whyShutOut('me', 'p')} is null
      where p.reason_is_acceptable is not true and p.followed_up_at is null
        and (o.user_id = ${userId} or v.user_id is not null))
    select
      (select coalesce(jsonb_agg(jsonb_build_object('appointmentId', p.appointment_id, 'childId', p.child_id,
          'childName', p.child_name, 'kind', p.kind, 'startsAt', p.starts_at, 'minutes', p.minutes, 'place', p.place,
          'coveringFor', p.covering_for,
          'session', case when s.session_id is not null then jsonb_build_object('sessionId', s.session_id, 'groupId', s.group_id,
            'groupTitle', g.title, 'title', s.title) end,
          'alerts', array(select l.text from child_alert l where l.service_id = p.service_id and l.child_id = p.child_id
            and l.ended_at is null order by l.raised_at)) order by p.starts_at, p.child_name), '[]')
        from theirs p
        left join group_session s on s.service_id = p.service_id and s.session_id = p.session_id
        left join group_programme g on g.service_id = s.service_id and g.group_id = s.group_id
        where p.starts_at < ${to}) as appointments,
      (select coalesce(jsonb_agg(jsonb_build_object('appointmentId', p.appointment_id, 'childId', p.child_id,
          'childName', p.child_name, 'kind', p.kind, 'startsAt', p.starts_at, 'coveringFor', p.covering_for)
          order by p.starts_at), '[]')
        from owed p) as missed,
      (select coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'until', v.until_on) order by v.name), '[]')
        from covered v) as covering,
      l.children::int as children, l.cases, w.minutes_a_week as "minutesAWeek"
    from (select ${userId}::uuid as user_id) a
    left join loads_of_workers(${userId}) l on l.user_id = a.user_id
    left join worker_profile w on w.service_id = current_service() and w.user_id = a.user_id`.execute(tx)
  const [row] = rows
  const starting = <A extends { startsAt: string }>(it: A) => ({
    ...it,
    startsAt: Temporal.Instant.from(it.startsAt),
  })
  return {
    appointments: row?.appointments.map(starting) ?? [],
    missed: row?.missed.map(starting) ?? [],
    covering: row?.covering.map(({ name, until }) => ({ name, until: Temporal.PlainDate.from(until) })) ?? [],
    load: loadFrom(row ?? { children: 0, cases: [], minutesAWeek: null }),
  }
}

/** An appointment that whoever it is planned with cannot keep. */
export type LeftAppointment = Omit<DayAppointment, 'alerts' | 'coveringFor' | 'session'> & {
  withName: string
  shutOut: ShutOut
}

/** Planned appointments with people who cannot work with the child, the earliest first. */
export async function listLeftAppointments(tx: Work): Promise<LeftAppointment[]> {
  const shutOut = whyShutOut('a', 'p')
  const { rows } = await sql<LeftAppointment>`
    select p.appointment_id as "appointmentId", p.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      p.kind, p.starts_at as "startsAt", p.minutes, p.place, a.name as "withName", ${shutOut} as "shutOut"
    from appointment p join child c on c.service_id = p.service_id and c.child_id = p.child_id
    join person_account a on a.service_id = p.service_id and a.user_id = p.with_user
    where p.service_id = current_service() and p.state = 'planned' and ${shutOut} is not null
    order by p.starts_at, p.appointment_id`.execute(tx)
  return rows
}
