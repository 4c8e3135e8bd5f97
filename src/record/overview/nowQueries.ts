import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { Milestone } from '../../engine/pathways/index.ts'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'
import { isNotDoneWith } from '../cases/index.ts'

/** A case that is not done with, and what its clocks are worked out from. */
export type CaseNow = {
  involvementId: string
  pathway: string
  stage: string
  /** Of a case that has ended while a clock runs on. */
  ending: string | null
  milestones: Milestone[]
  events: ClockEvent[]
}

/** A meeting in a line. */
export type MeetingNow = {
  appointmentId: string
  kind: string
  at: Temporal.Instant
  place: string
  with: string
}

/** Somebody who is involved: from here, or from around the child. */
export type InvolvedNow = { name: string; part: string; phone: string; mustNotBeContacted: boolean }

/** A case after whose end further offences are looked for. */
export type FollowedNow = { involvementId: string; pathway: string; until: Temporal.PlainDate }

/** What the first page about a child shows beside what the frame knows already. */
export type Now = {
  cases: CaseNow[]
  next: MeetingNow | undefined
  last: MeetingNow | undefined
  /** Missed without a reason that is known to be acceptable, and nobody has followed it up. */
  toFollowUp: MeetingNow[]
  involved: InvolvedNow[]
  /** The follow-ups that run, the one that ends first before the others. */
  followed: FollowedNow[]
}

type Row = {
  cases: (Omit<CaseNow, 'milestones' | 'events'> & {
    milestones: InJson<Milestone>[]
    events: InJson<ClockEvent>[]
  })[]
  next: InJson<MeetingNow> | null
  last: InJson<MeetingNow> | null
  toFollowUp: InJson<MeetingNow>[]
  involved: InvolvedNow[]
  followed: (Omit<FollowedNow, 'until'> & { until: string })[]
}

const meeting = sql`jsonb_build_object('appointmentId', a.appointment_id, 'kind', a.kind, 'at', a.starts_at,
  'place', a.place, 'with', p.name)`
const appointments = sql`from appointment a
  join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
  where a.service_id = current_service()`

/** Reads what stands on the first page about a child, in one statement. */
export async function readNow(tx: Work, childId: string, now: Temporal.Instant): Promise<Now> {
  const { rows } = await sql<Row>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('involvementId', i.involvement_id,
          'pathway', i.pathway, 'stage', i.stage, 'ending', i.ending,
          'milestones', (select coalesce(jsonb_agg(jsonb_build_object('step', m.step, 'at', m.happened_at,
              'answers', m.answers) order by m.recorded_at, m.milestone_id), '[]')
            from milestone m where m.service_id = i.service_id and m.involvement_id = i.involvement_id),
          'events', (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at, 'about', e.about) order by e.at), '[]')
            from clock_event e where e.service_id = i.service_id and e.involvement_id = i.involvement_id)
          ) order by i.started_at), '[]')
        from involvement i
        where i.service_id = current_service() and i.child_id = ${childId} and ${isNotDoneWith('i')}) as cases,
      (select ${meeting} ${appointments} and a.child_id = ${childId} and a.state = 'planned' and a.starts_at >= ${now}
        order by a.starts_at limit 1) as next,
      (select ${meeting} ${appointments} and a.child_id = ${childId} and a.state = 'kept'
        order by a.starts_at desc limit 1) as last,
      (select coalesce(jsonb_agg(${meeting} order by a.starts_at), '[]') ${appointments} and a.child_id = ${childId}
        and a.state = 'missed' and a.reason_is_acceptable is not true and a.followed_up_at is null) as "toFollowUp",
      (select coalesce(jsonb_agg(to_jsonb(each) - 'place' order by each.place, each.name), '[]') from (
        select distinct p.name, case w.part when 'holder' then 'Case holder' else 'Co-worker' end as part, '' as phone,
          false as "mustNotBeContacted", case w.part when 'holder' then 1 else 2 end as place
        from case_worker w join person_account p on p.service_id = w.service_id and p.user_id = w.user_id
        where w.service_id = current_service() and w.child_id = ${childId} and w.until_at is null
        union all
        select q.name, q.relationship, q.phone, q.must_not_be_contacted, 3
        from child_person q where q.service_id = current_service() and q.child_id = ${childId} and q.ended_at is null
          and stands_for_itself(q)
      ) each) as involved,
      (select coalesce(jsonb_agg(jsonb_build_object('involvementId', f.involvement_id, 'pathway', i.pathway, 'until', f.until_on)
          order by f.until_on), '[]')
        from follow_up f join involvement i on i.service_id = f.service_id and i.involvement_id = f.involvement_id
        where f.service_id = current_service() and f.child_id = ${childId} and f.until_on >= current_day()) as followed`.execute(
    tx,
  )
  const row = rows[0]
  return {
    cases: (row?.cases ?? []).map(it => ({
      ...it,
      milestones: it.milestones.map(withInstant),
      events: it.events.map(withInstant),
    })),
    next: row?.next ? withInstant(row.next) : undefined,
    last: row?.last ? withInstant(row.last) : undefined,
    toFollowUp: (row?.toFollowUp ?? []).map(withInstant),
    involved: row?.involved ?? [],
    followed: (row?.followed ?? []).map(it => ({ ...it, until: Temporal.PlainDate.from(it.until) })),
  }
}
