import { sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Agreement, Basis } from './agreement.ts'

/** Something that was given to somebody. */
export type Shared = {
  sharedId: string
  childId: string
  agreementId: string | null
  /** What was shared; null where it is about health and the reader may not read of that. */
  what: string | null
  hasHealth: boolean
  withWhom: string
  way: string
  basis: Basis
  reason: string | null
  at: Temporal.Instant
  sharedBy: string
  mistakenReason: string
  version: number
}

/** Words that are about health are read by those who may read of health. */
const guarded = (column: string, maySeeHealth: boolean) =>
  sql`case when a.has_health and not ${maySeeHealth} then null else ${sql.ref(`a.${column}`)} end`

/** The agreements about a child, the latest to begin first. */
export async function listAgreements(tx: Work, childId: string, maySeeHealth: boolean): Promise<Agreement[]> {
  const { rows } = await sql<Agreement>`
    select a.agreement_id as "agreementId", a.child_id as "childId", ${guarded('what', maySeeHealth)} as what,
      a.has_health as "hasHealth", a.with_whom as "withWhom", a.basis, ${guarded('reason', maySeeHealth)} as reason,
      a.agreed_by as "agreedBy", ${guarded('how_asked', maySeeHealth)} as "howAsked", a.from_on as from, a.until_on as until,
      a.withdrawn_on as "withdrawnOn", a.withdrawn_by as "withdrawnBy", a.withdrawn_reason as "withdrawnReason",
      p.name as "recordedBy", a.recorded_at as "recordedAt", a.version
    from sharing_agreement a join person_account p on p.service_id = a.service_id and p.user_id = a.recorded_by
    where a.service_id = current_service() and a.child_id = ${childId}
    order by a.from_on desc, a.agreement_id desc`.execute(tx)
  return rows
}

/** One agreement about a child. */
export async function findAgreement(
  tx: Work,
  childId: string,
  agreementId: string,
  maySeeHealth: boolean,
): Promise<Agreement | undefined> {
  const id = parseId<'agreement'>(agreementId)
  return id && (await listAgreements(tx, childId, maySeeHealth)).find(each => each.agreementId === id)
}

/** What an agreement says, as it was typed. */
export type AgreementSaid = {
  what: string
  hasHealth: boolean
  withWhom: string
  basis: Basis
  reason: string
  agreedBy: readonly string[]
  howAsked: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

const columnsOf = (it: AgreementSaid) => ({
  what: it.what,
  has_health: it.hasHealth,
  with_whom: it.withWhom,
  basis: it.basis,
  reason: it.reason,
  agreed_by: [...it.agreedBy],
  how_asked: it.howAsked,
  from_on: it.from,
  until_on: it.until,
})

/** Writes down what may be shared. @returns the id of the agreement */
export async function insertAgreement(
  tx: Work,
  it: AgreementSaid & { serviceId: string; childId: string; by: string; at: Temporal.Instant },
): Promise<string> {
  const row = await tx
    .insertInto('sharing_agreement')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      ...columnsOf(it),
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .returning('agreement_id')
    .executeTakeFirstOrThrow()
  return row.agreement_id
}

/** Puts right what an agreement says, unless somebody else has since changed it. @returns whether it was changed */
export async function changeAgreement(
  tx: Work,
  which: Pick<Agreement, 'agreementId' | 'version'>,
  to: AgreementSaid,
): Promise<boolean> {
  return update(tx, which, columnsOf(to))
}

/** Ends an agreement, unless somebody else has since changed it. @returns whether it was ended */
export async function withdrawAgreement(
  tx: Work,
  which: Pick<Agreement, 'agreementId' | 'version'>,
  it: { on: Temporal.PlainDate; by: string; reason: string },
): Promise<boolean> {
  return update(tx, which, { withdrawn_on: it.on, withdrawn_by: it.by, withdrawn_reason: it.reason })
}

type Columns =
  | ReturnType<typeof columnsOf>
  | { withdrawn_on: Temporal.PlainDate; withdrawn_by: string; withdrawn_reason: string }

async function update(
  tx: Work,
  which: Pick<Agreement, 'agreementId' | 'version'>,
  columns: Columns,
): Promise<boolean> {
  const result = await tx
    .updateTable('sharing_agreement')
    .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('agreement_id', '=', which.agreementId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What was shared about a child, the latest first. */
export async function listShared(tx: Work, childId: string, maySeeHealth: boolean): Promise<Shared[]> {
  const { rows } = await sql<Shared>`
    select a.shared_id as "sharedId", a.child_id as "childId", a.agreement_id as "agreementId",
      ${guarded('what', maySeeHealth)} as what, a.has_health as "hasHealth", a.with_whom as "withWhom", a.way, a.basis,
      ${guarded('reason', maySeeHealth)} as reason, a.shared_at as at, p.name as "sharedBy", a.mistaken_reason as "mistakenReason", a.version
    from information_shared a join person_account p on p.service_id = a.service_id and p.user_id = a.shared_by
    where a.service_id = current_service() and a.child_id = ${childId}
    order by a.shared_at desc, a.shared_id desc`.execute(tx)
  return rows
}

type NewShared = {
  serviceId: string
  childId: string
  agreementId: string | null
  what: string
  hasHealth: boolean
  withWhom: string
  way: string
  basis: Basis
  reason: string
  at: Temporal.Instant
  by: string
  recordedAt: Temporal.Instant
}

/** Writes down that something was shared. */
export async function insertShared(tx: Work, it: NewShared): Promise<void> {
  await tx
    .insertInto('information_shared')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      agreement_id: it.agreementId,
      what: it.what,
      has_health: it.hasHealth,
      with_whom: it.withWhom,
      way: it.way,
      basis: it.basis,
      reason: it.reason,
      shared_at: it.at,
      shared_by: it.by,
      recorded_at: it.recordedAt,
    })
    .execute()
}

/** Says that a line was written by mistake. @returns false where somebody else has since it was read */
export async function markMistaken(
  tx: Work,
  { sharedId, version }: Pick<Shared, 'sharedId' | 'version'>,
  reason: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update information_shared set mistaken_reason = ${reason}, version = version + 1
    where service_id = current_service() and shared_id = ${sharedId} and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** A step in which child and family said with whom we may talk. */
export type SaidInStep = {
  milestoneId: string
  involvementId: string
  pathway: string
  step: string
  at: Temporal.Instant
  answers: Answers
}

/** The steps that asked one of these questions, the latest first. */
export async function listSaid(
  tx: Work,
  childId: string,
  questions: readonly string[],
): Promise<SaidInStep[]> {
  const { rows } = await sql<SaidInStep>`
    select m.milestone_id as "milestoneId", m.involvement_id as "involvementId", i.pathway, m.step, m.happened_at as at, m.answers
    from milestone m join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = current_service() and m.child_id = ${childId} and m.answers ?| ${questions}::text[]
    order by m.happened_at desc, m.milestone_id desc`.execute(tx)
  return rows
}
