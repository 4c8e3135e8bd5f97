import { sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { Milestone } from '../../engine/pathways/index.ts'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'

/** A step as the drawing needs it. */
export type LineMilestone = Milestone & { milestoneId: string; done: string }

/** A case with everything that its bar, its knots and its clocks are made of. */
export type LineCase = {
  involvementId: string
  pathway: string
  stage: string
  ending: string | null
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  milestones: LineMilestone[]
  events: ClockEvent[]
}

export type LineAppointment = {
  appointmentId: string
  kind: string
  state: string
  isAcceptable: boolean | null
  at: Temporal.Instant
  withName: string
}
export type LineNote = { noteId: string; kind: string; at: Temporal.Instant; isDay: boolean }
export type LineOffence = { offenceId: string; description: string; on: Temporal.PlainDate }
export type LineAlert = {
  alertId: string
  kind: string
  at: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** All that is drawn of a child's time. What somebody may not read of is empty. */
export type LineFacts = {
  cases: LineCase[]
  appointments: LineAppointment[]
  notes: LineNote[]
  offences: LineOffence[]
  alerts: LineAlert[]
}

type Row = {
  cases: (Omit<LineCase, 'startedAt' | 'endedAt' | 'milestones' | 'events'> & {
    startedAt: string
    endedAt: string | null
    milestones: InJson<LineMilestone>[]
    events: InJson<ClockEvent>[]
  })[]
  appointments: InJson<LineAppointment>[]
  notes: InJson<LineNote>[]
  offences: { offenceId: string; description: string; on: string }[]
  alerts: (Omit<LineAlert, 'at' | 'endedAt'> & { at: string; endedAt: string | null })[]
}

const none = sql`'[]'::jsonb`

/** Reads a child's time in one statement. */
export async function readLine(
  tx: Work,
  childId: string,
  may: { contacts: boolean; notes: boolean },
): Promise<LineFacts> {
  const appointments = sql`(select coalesce(jsonb_agg(jsonb_build_object('appointmentId', a.appointment_id, 'kind', a.kind,
      'state', a.state, 'isAcceptable', a.reason_is_acceptable, 'at', a.starts_at, 'withName', p.name) order by a.starts_at), '[]')
    from appointment a join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
    where a.service_id = current_service() and a.child_id = ${childId})`
  const notes = sql`(select coalesce(jsonb_agg(jsonb_build_object('noteId', n.note_id, 'kind', n.kind, 'at', n.happened_at, 'isDay', n.is_day)
      order by n.happened_at), '[]')
    from note n where n.service_id = current_service() and n.child_id = ${childId})`
  const { rows } = await sql<Row>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('involvementId', i.involvement_id, 'pathway', i.pathway, 'stage', i.stage,
          'ending', i.ending, 'startedAt', i.started_at, 'endedAt', i.ended_at,
          'milestones', (select coalesce(jsonb_agg(jsonb_build_object('milestoneId', m.milestone_id, 'step', m.step,
              'at', m.happened_at, 'answers', m.answers, 'done', m.words->>'done') order by m.recorded_at, m.milestone_id), '[]')
            from milestone m where m.service_id = i.service_id and m.involvement_id = i.involvement_id),
          'events', (select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at, 'about', e.about) order by e.at), '[]')
            from clock_event e where e.service_id = i.service_id and e.involvement_id = i.involvement_id)
          ) order by i.started_at), '[]')
        from involvement i where i.service_id = current_service() and i.child_id = ${childId}) as cases,
      ${may.contacts ? appointments : none} as appointments,
      ${may.notes ? notes : none} as notes,
      (select coalesce(jsonb_agg(jsonb_build_object('offenceId', o.offence_id, 'description', o.description, 'on', o.committed_on)
          order by o.committed_on), '[]')
        from offence o where o.service_id = current_service() and o.child_id = ${childId} and o.committed_on is not null) as offences,
      (select coalesce(jsonb_agg(jsonb_build_object('alertId', l.child_alert_id, 'kind', l.kind, 'at', l.raised_at,
          'endedAt', l.ended_at) order by l.raised_at), '[]')
        from child_alert l where l.service_id = current_service() and l.child_id = ${childId}) as alerts`.execute(
    tx,
  )
  const row = rows[0]
  return {
    cases: (row?.cases ?? []).map(it => ({
      ...it,
      startedAt: Temporal.Instant.from(it.startedAt),
      endedAt: instantOf(it.endedAt),
      milestones: it.milestones.map(withInstant),
      events: it.events.map(withInstant),
    })),
    appointments: (row?.appointments ?? []).map(withInstant),
    notes: (row?.notes ?? []).map(withInstant),
    offences: (row?.offences ?? []).map(it => ({ ...it, on: Temporal.PlainDate.from(it.on) })),
    alerts: (row?.alerts ?? []).map(it => ({ ...withInstant(it), endedAt: instantOf(it.endedAt) })),
  }
}

function instantOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}
