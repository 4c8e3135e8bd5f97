import { type RawBuilder, sql } from 'kysely'
import { type InJson, type Work, withInstant } from '../../platform/database/index.ts'

/** What the chronology tells of. */
export type HappeningKind =
  | 'step'
  | 'appointment'
  | 'note'
  | 'offence'
  | 'alert'
  | 'arrival'
  | 'addresses'
  | 'education'
  | 'care'
  | 'sharing'
  | 'event'
  | ElsewhereKind

/** Why an entry stands out, and who said so. */
export type SignificanceMark = { reason: string; by: string; at: Temporal.Instant }

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
  /** Of a note of another service: who may read it, and whether it is not to be given to the child. */
  theirSensitivity: string
  theirHasThirdParty: boolean
  /** Set where somebody has marked it as significant. */
  mark: SignificanceMark | null
}

/** Each kind as rows of: kind, id, at, isDay, what, of, by, detail, involvementId, outcomeOn. */
const tellings: Record<HappeningKind, (childId: string, maySeeHealth: boolean) => RawBuilder<unknown>> = {
  addresses: fact(sql`'addresses'`, sql`child_address`, sql`address_id`),
  education: fact(sql`'education'`, sql`child_education`, sql`education_id`),
  care: fact(sql`'care'`, sql`child_care`, sql`care_id`),
  sharing: (childId, maySeeHealth) => sql`
    select 'sharing', s.shared_id, s.shared_at, false, s.with_whom, s.way, p.name,
      case when s.has_health and not ${maySeeHealth} then 'Health information' else left(s.what, 400) end, null::uuid, null::date
    from information_shared s join person_account p on p.service_id = s.service_id and p.user_id = s.shared_by
    where s.service_id = current_service() and s.child_id = ${childId} and s.mistaken_reason = ''`,
  event: childId => sql`
    select 'event', e.event_id, e.happened_on::timestamp at time zone 'Europe/London', true, e.kind, e.told_by, p.name,
      left(e.words, 400), null::uuid, null::date
    from significant_event e join person_account p on p.service_id = e.service_id and p.user_id = e.recorded_by
    where e.service_id = current_service() and e.child_id = ${childId} and e.mistaken_reason = ''`,
  step: childId => sql`
    select 'step', m.milestone_id, m.happened_at, true, m.words->>'done', '', p.name, '', m.involvement_id, null::date
    from milestone m join person_account p on p.service_id = m.service_id and p.user_id = m.recorded_by
    where m.service_id = current_service() and m.child_id = ${childId}`,
  appointment: childId => sql`
    select 'appointment', a.appointment_id, a.starts_at, false, a.kind,
      case when a.state = 'missed' and a.reason_is_acceptable then 'missed-acceptable'
        when a.state = 'missed' and a.reason_is_acceptable is null then 'missed-not-known' else a.state end, p.name,
      left(case when a.state = 'missed' then a.missed_reason else a.what_happened end, 400), a.involvement_id, null
    from appointment a join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
    where a.service_id = current_service() and a.child_id = ${childId}`,
  note: childId => sql`
    select 'note', n.note_id, n.happened_at, n.is_day, n.kind,
      concat_ws(' ', nullif(n.sensitivity, 'ordinary'), case when n.has_third_party then 'third-party' end), p.name, left(n.text, 400), n.involvement_id, null
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

/** The beginning of where a child lived, learned or was cared for, where the day is known: what is said of it, as JSON. */
function fact(kind: RawBuilder<unknown>, table: RawBuilder<unknown>, key: RawBuilder<unknown>) {
  return (childId: string) => sql`
    select ${kind}, f.${key}, f.from_on::timestamp at time zone 'Europe/London', true, coalesce(f.until_on::text, ''), '',
      null, to_jsonb(f)::text, null::uuid, null::date
    from ${table} f where f.service_id = current_service() and f.child_id = ${childId} and f.from_on is not null`
}

type Asked = {
  childId: string
  kinds: readonly HappeningKind[]
  most: number
  /** The kind and the id of the last one on the page before. */
  after?: { kind: HappeningKind; id: string } | undefined
  /** Nothing that is only planned for later than this. */
  until?: Temporal.Instant
  /** Nothing before this. */
  from?: Temporal.Instant
  /** Only what belongs to one case. */
  involvementId?: string
  onlySignificant?: boolean
  /** Only this one. */
  only?: { kind: HappeningKind; id: string }
  /** Whether what was shared about health is told in words. */
  maySeeHealth: boolean
}

/** What happened to a child and around the child, the newest first, in one statement. */
export async function listHappenings(tx: Work, asked: Asked): Promise<Happening[]> {
  const { childId, kinds, most, after, from, until, involvementId, only, maySeeHealth } = asked
  if (kinds.length === 0) return []
  const told = kinds.map(kind => tellings[kind](childId, maySeeHealth))
  const narrowed = [
    ...(after
      ? [
          sql`(t.at, t.id) < (select l.at, l.id from told l where l.kind = ${after.kind} and l.id = ${after.id})`,
        ]
      : []),
    ...(from ? [sql`t.at >= ${from}`] : []),
    ...(until ? [sql`t.at <= ${until}`] : []),
    ...(involvementId === undefined ? [] : [sql`t."involvementId" = ${involvementId}`]),
    ...(asked.onlySignificant ? [sql`m.mark_id is not null`] : []),
    ...(only ? [sql`t.kind = ${only.kind} and t.id = ${only.id}`] : []),
  ]
  const where = narrowed.length === 0 ? sql`` : sql`where ${sql.join(narrowed, sql` and `)}`
  const { rows } = await sql<Omit<Happening, 'mark'> & { mark: InJson<SignificanceMark> | null }>`
    with told (kind, id, at, "isDay", what, of, by, detail, "involvementId", "outcomeOn") as (${sql.join(told, sql` union all `)})
    select t.*, coalesce(e.sensitivity, 'ordinary') as "theirSensitivity", coalesce(e.has_third_party, false) as "theirHasThirdParty",
      case when m.mark_id is not null
      then jsonb_build_object('reason', m.reason, 'by', p.name, 'at', m.marked_at) end as mark
    from told t
    left join chronology_mark m on m.service_id = current_service() and m.child_id = ${childId} and m.kind = t.kind and m.about_id = t.id
    left join person_account p on p.service_id = m.service_id and p.user_id = m.marked_by
    left join transferred_entry e on t.kind = 'their-note' and e.service_id = current_service() and e.transferred_entry_id = t.id
    ${where}
    order by t.at desc, t.id desc limit ${most}`.execute(tx)
  return rows.map(row => ({ ...row, mark: row.mark && withInstant(row.mark) }))
}

type Entry = { childId: string; kind: HappeningKind; id: string }

/** Marks an entry as significant, unless it is. @returns whether it was marked now */
export async function markEntry(
  tx: Work,
  { childId, kind, id }: Entry,
  it: { serviceId: string; by: string; at: Temporal.Instant; reason: string },
): Promise<boolean> {
  const marked = await tx
    .insertInto('chronology_mark')
    .values({
      service_id: it.serviceId,
      child_id: childId,
      kind,
      about_id: id,
      reason: it.reason,
      marked_by: it.by,
      marked_at: it.at,
    })
    .onConflict(conflict => conflict.constraint('chronology_mark_once').doNothing())
    .returning('mark_id')
    .executeTakeFirst()
  return marked !== undefined
}

/** Takes the mark from an entry. */
export async function unmarkEntry(tx: Work, { childId, kind, id }: Entry): Promise<void> {
  await sql`
    delete from chronology_mark
    where service_id = current_service() and child_id = ${childId} and kind = ${kind} and about_id = ${id}`.execute(
    tx,
  )
}
