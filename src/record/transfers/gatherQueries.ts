import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { NoteDetails, Sensitivity } from '../notes/index.ts'

export type PersonRow = {
  name: string
  relationship: string
  phone: string
  email: string
  hasParentalResponsibility: boolean
  mustNotBeContacted: boolean
  note: string
}
export type CaseRow = {
  involvementId: string
  pathway: string
  stage: string
  ending: string | null
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  holder: string
}
export type StepRow = {
  involvementId: string
  at: Temporal.Instant
  by: string
  words: { done: string; said: { question: string; answer: string }[] }
}
export type ContactRow = {
  at: Temporal.Instant
  kind: string
  state: string
  minutes: number
  place: string
  by: string
  said: string
}
export type NoteRow = {
  noteId: string
  at: Temporal.Instant
  isDay: boolean
  kind: string
  by: string
  text: string
  sensitivity: Sensitivity
  hasThirdParty: boolean
  details: NoteDetails
  version: number
}
export type OffenceRow = {
  code: string
  description: string
  committedOn: Temporal.PlainDate | null
  outcome: string
  outcomeOn: Temporal.PlainDate | null
  policeReference: string
}

/** Everybody who is around the child now; who has left the child's life does not go with it. */
export async function peopleToSend(tx: Work, childId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select p.name, p.relationship, p.phone, p.email, p.has_parental_responsibility as "hasParentalResponsibility",
      p.must_not_be_contacted as "mustNotBeContacted",
      concat_ws(chr(10), nullif(p.barred_reason, ''), nullif(p.note, '')) as note
    from child_person p where p.service_id = current_service() and p.child_id = ${childId} and p.ended_at is null
      and stands_for_itself(p)
    order by p.name, p.child_person_id`.execute(tx)
  return rows
}

/** Every case, the oldest first. */
export async function casesToSend(tx: Work, childId: string): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select i.involvement_id as "involvementId", i.pathway, i.stage, i.ending, i.started_at as "startedAt",
      i.ended_at as "endedAt", coalesce(a.name, '') as holder
    from involvement i left join person_account a on a.service_id = i.service_id and a.user_id = i.holder_id
    where i.service_id = current_service() and i.child_id = ${childId}
    order by i.started_at, i.involvement_id`.execute(tx)
  return rows
}

/** The steps of every case as they were read at the time, the oldest first. */
export async function stepsToSend(tx: Work, childId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select m.involvement_id as "involvementId", m.happened_at as at, a.name as by, m.words
    from milestone m join person_account a on a.service_id = m.service_id and a.user_id = m.recorded_by
    where m.service_id = current_service() and m.child_id = ${childId}
    order by m.happened_at, m.recorded_at, m.milestone_id`.execute(tx)
  return rows
}

/** Appointments that were kept, missed or called off; what is only planned is our own diary. */
export async function contactsToSend(tx: Work, childId: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select p.starts_at as at, p.kind, p.state, p.minutes, p.place, a.name as by,
      case when p.state = 'missed' then p.missed_reason else p.what_happened end as said
    from appointment p join person_account a on a.service_id = p.service_id and a.user_id = p.with_user
    where p.service_id = current_service() and p.child_id = ${childId} and p.state <> 'planned'
    order by p.starts_at, p.appointment_id`.execute(tx)
  return rows
}

/** Every note that the person of this transaction may read, with its marks and what its kind asks; the oldest first. */
export async function notesToSend(tx: Work, childId: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.note_id as "noteId", n.happened_at as at, n.is_day as "isDay", n.kind, a.name as by, n.text, n.sensitivity,
      n.has_third_party as "hasThirdParty", n.details, n.version
    from note n join person_account a on a.service_id = n.service_id and a.user_id = n.written_by
    where n.service_id = current_service() and n.child_id = ${childId}
    order by n.happened_at, n.note_id`.execute(tx)
  return rows
}

export async function offencesToSend(tx: Work, childId: string): Promise<OffenceRow[]> {
  const { rows } = await sql<OffenceRow>`
    select o.code, o.description, o.committed_on as "committedOn", o.outcome, o.outcome_on as "outcomeOn",
      o.police_reference as "policeReference"
    from offence o where o.service_id = current_service() and o.child_id = ${childId}
    order by o.committed_on nulls last, o.offence_id`.execute(tx)
  return rows
}
