import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** What the chronology tells of. */
export type HappeningKind = 'step' | 'appointment' | 'note' | 'offence' | 'alert' | 'arrival' | ElsewhereKind

/** What another service recorded, by who may read it. */
type ElsewhereKind = 'their-step' | 'their-contact' | 'their-note'

/** One thing that happened, as it is found; `what` and `detail` are put in words by the page. */
export type Happening = {
  kind: HappeningKind
  id: string
  at: Temporal.Instant
  /** Only the day is known. */
  isDay: boolean
  /** The step as it was read at the time, the kind of note, the state of an appointment … */
  what: string
  of: string
  by: string | null
  detail: string
  involvementId: string | null
  /** Of an offence: the day on which the code of its outcome is read. */
  outcomeOn: Temporal.PlainDate | null
}

/** Each kind as rows of: kind, id, at, isDay, what, of, by, detail, involvementId, outcomeOn. */
const tellings: Record<HappeningKind, (childId: string) => RawBuilder<unknown>> = {
  step: childId => sql`
    select 'step', m.milestone_id, m.happened_at, true, m.words->>'done', '', p.name, '', m.involvement_id, null::date
    from milestone m join person_account p on p.service_id = m.service_id and p.user_id = m.recorded_by
    where m.service_id = current_service() and m.child_id = ${childId}`,
  appointment: childId => sql`
    select 'appointment', a.appointment_id, a.starts_at, false, a.kind,
      case when a.state = 'missed' and a.reason_is_acceptable then 'missed-acceptable' else a.state end, p.name,
      left(case when a.state = 'missed' then a.missed_reason else a.what_happened end, 400), a.involvement_id, null
    from appointment a join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
    where a.service_id = current_service() and a.child_id = ${childId}`,
  note: childId => sql`
    select 'note', n.note_id, n.happened_at, false, n.kind, '', p.name, left(n.text, 400), n.involvement_id, null
    from note n join person_account p on p.service_id = n.service_id and p.user_id = n.written_by
    where n.service_id = current_service() and n.child_id = ${childId}`,
  offence: childId => sql`
    select 'offence', o.offence_id,
      coalesce(coalesce(o.committed_on, o.outcome_on)::timestamp at time zone 'Europe/London', i.started_at, c.added_at), true,
      o.description, o.outcome, null, case when o.committed_on is null then 'no-day' else '' end, o.involvement_id, o.outcome_on
    from offence o join child c on c.service_id = o.service_id and c.child_id = o.child_id
    left join involvement i on i.service_id = o.service_id and i.involvement_id = o.involvement_id
    where o.service_id = current_service() and o.child_id = ${childId}`,
  alert: childId => sql`
    select 'alert', l.child_alert_id, l.raised_at, false, l.kind, case when l.ended_at is null then '' else 'ended' end,
      p.name, l.text, null::uuid, null
    from child_alert l join person_account p on p.service_id = l.service_id and p.user_id = l.raised_by
    where l.service_id = current_service() and l.child_id = ${childId}`,
  arrival: childId => sql`
    select 'arrival', n.notification_id, n.received_at, true, n.route_in, coalesce(n.reference, ''), null, '', n.involvement_id, null
    from notification n
    where n.service_id = current_service() and n.child_id = ${childId}`,
  'their-step': childId => elsewhere('their-step', ['case', 'step'], childId),
  'their-contact': childId => elsewhere('their-contact', ['contact'], childId),
  'their-note': childId => elsewhere('their-note', ['note'], childId),
}

/** Entries that came with the record from another service; `of` names it. */
function elsewhere(kind: ElsewhereKind, kinds: readonly string[], childId: string): RawBuilder<unknown> {
  return sql`
    select ${kind}::text, e.transferred_entry_id, e.happened_at, e.is_day, e.title, e.from_service, nullif(e.by_name, ''),
      coalesce(left((select string_agg(concat_ws(case when w.question ~ '[?.:]$' then ' ' else ': ' end, nullif(w.question, ''), w.answer), chr(10))
        from jsonb_to_recordset(e.words) as w (question text, answer text)), 400), ''), null::uuid, null::date
    from transferred_entry e
    where e.service_id = current_service() and e.child_id = ${childId} and e.kind = any (${kinds}::text[])`
}

type Asked = {
  childId: string
  kinds: readonly HappeningKind[]
  most: number
  /** The kind and the id of the last one on the page before. */
  after?: { kind: HappeningKind; id: string } | undefined
  /** Nothing that is only planned for later than this. */
  until?: Temporal.Instant
}

/** What happened to a child and around the child, the newest first, in one statement. */
export async function listHappenings(
  tx: Work,
  { childId, kinds, most, after, until }: Asked,
): Promise<Happening[]> {
  if (kinds.length === 0) return []
  const told = kinds.map(kind => tellings[kind](childId))
  const older = after
    ? sql`and (at, id) < (select l.at, l.id from told l where l.kind = ${after.kind} and l.id = ${after.id})`
    : sql``
  const { rows } = await sql<Happening>`
    with told (kind, id, at, "isDay", what, of, by, detail, "involvementId", "outcomeOn") as (${sql.join(told, sql` union all `)})
    select * from told where (${until ?? null}::timestamptz is null or at <= ${until ?? null}) ${older}
    order by at desc, id desc limit ${most}`.execute(tx)
  return rows
}
