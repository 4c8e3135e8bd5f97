import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { Milestone } from '../../engine/pathways/index.ts'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'
import { isNotDoneWith } from '../cases/index.ts'
import { type ShutOut, whyShutOut } from '../children/index.ts'

/** How many lines of a list My day shows; it says how many there are. */
export const mostShown = 100

/** A case that is not done with, with all that its clocks are worked out from. */
export type CaseToDo = {
  involvementId: string
  childId: string
  childName: string
  pathway: string
  stage: string
  ending: string | null
  holderName: string | null
  /** The open alerts about the child. */
  alerts: readonly { kind: string; text: string }[]
  /** Why the holder cannot work with the child, where that is so. */
  shutOut: ShutOut | null
  milestones: readonly Milestone[]
  events: readonly ClockEvent[]
}

type Row = Omit<CaseToDo, 'milestones' | 'events'> & {
  milestones: InJson<Milestone>[]
  events: InJson<ClockEvent>[]
}

/**
 * Cases that are not done with, with their milestones and missed appointments, in one question: those in which a person
 * has a part, or those that nobody holds who could work in them. All of them: which is most pressing is known only once the clocks of each have been worked out.
 */
export async function listCasesToDo(tx: Work, whose: { worker: string } | 'nobody'): Promise<CaseToDo[]> {
  const shutOut = whyShutOut('a', 'i')
  const held =
    whose === 'nobody'
      ? sql`(i.holder_id is null or ${shutOut} is not null)`
      : sql`(i.holder_id = ${whose.worker} or exists (select from case_worker w
          where w.service_id = i.service_id and w.involvement_id = i.involvement_id and w.user_id = ${whose.worker}
            and w.until_at is null))`
  const { rows } = await sql<Row>`
    select i.involvement_id as "involvementId", i.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      i.pathway, i.stage, i.ending, a.name as "holderName",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'text', l.text) order by l.raised_at), '[]')
        from child_alert l where l.service_id = i.service_id and l.child_id = i.child_id and l.ended_at is null) as alerts,
      case when i.holder_id is not null then ${shutOut} end as "shutOut",
      (select coalesce(jsonb_agg(jsonb_build_object('step', m.step, 'at', m.happened_at, 'answers', m.answers)
          order by m.recorded_at, m.milestone_id), '[]')
        from milestone m where m.service_id = i.service_id and m.involvement_id = i.involvement_id) as milestones,
      (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at, 'about', e.about) order by e.at), '[]')
        from clock_event e where e.service_id = i.service_id and e.involvement_id = i.involvement_id) as events
    from involvement i
    join child c on c.service_id = i.service_id and c.child_id = i.child_id
    left join person_account a on a.service_id = i.service_id and a.user_id = i.holder_id
    where i.service_id = current_service() and ${isNotDoneWith('i')} and ${held}
    order by i.started_at, i.involvement_id`.execute(tx)
  return rows.map(row => ({
    ...row,
    milestones: row.milestones.map(withInstant),
    events: row.events.map(withInstant),
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
}

/**
 * A person's planned appointments until a moment, with what to beware of. Those of the past are still planned because
 * nobody has said how they went.
 */
export async function listAppointments(
  tx: Work,
  userId: string,
  to: Temporal.Instant,
): Promise<DayAppointment[]> {
  const { rows } = await sql<DayAppointment>`
    select p.appointment_id as "appointmentId", p.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      p.kind, p.starts_at as "startsAt", p.minutes, p.place,
      array(select l.text from child_alert l
        where l.service_id = p.service_id and l.child_id = p.child_id and l.ended_at is null order by l.raised_at) as alerts
    from appointment p join child c on c.service_id = p.service_id and c.child_id = p.child_id
    where p.service_id = current_service() and p.with_user = ${userId} and p.state = 'planned'
      and p.starts_at < ${to}
    order by p.starts_at`.execute(tx)
  return rows
}

/** An appointment that whoever it is planned with cannot keep. */
export type LeftAppointment = Omit<DayAppointment, 'alerts'> & { withName: string; shutOut: ShutOut }

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
