import { sql } from 'kysely'
import type { Work } from '../database/index.ts'
import type { AuditReport } from './verifyAudit.ts'

/** How the audit of the service stands, as the page about it tells. */
export type AuditState = {
  /** Events in the chain. */
  sealed: number
  /** Events that wait to be sealed: those of the last minute, if all is well. */
  waiting: number
  lastSealedAt: Temporal.Instant | null
  /** The last time that the whole chain was verified; null when it never was. */
  verifiedAt: Temporal.Instant | null
  faultsFound: number | null
}

/** The words under which a verification stands in the audit itself. */
const verified = 'Verified the audit'

/** How the audit of the transaction's service stands. Cheap: it verifies nothing. */
export async function auditState(tx: Work): Promise<AuditState> {
  const { rows } = await sql<AuditState>`
    with chain as (select max(position) as sealed from audit_link where service_id = current_service()),
      seal as (select sealed_at, horizon from audit_seal where service_id = current_service() order by position desc limit 1),
      verified as (
        select at, after from audit_event
        where service_id = current_service() and action = 'event' and purpose = ${verified}
        order by id desc limit 1)
    select coalesce((select sealed from chain), 0) as sealed,
      (select count(*) from audit_event e
        where e.service_id = current_service() and e.transaction >= coalesce((select horizon from seal), '0'::xid8)
          and not exists (select from audit_link l where l.service_id = e.service_id and l.event_id = e.id)) as waiting,
      (select sealed_at from seal) as "lastSealedAt",
      (select at from verified) as "verifiedAt",
      (select (after ->> 'faults')::integer from verified) as "faultsFound"`.execute(tx)
  return rows[0] ?? { sealed: 0, waiting: 0, lastSealedAt: null, verifiedAt: null, faultsFound: null }
}

/** Writes into the audit of the transaction's service that it was verified, and what came of it. */
export async function recordVerification(tx: Work, report: AuditReport): Promise<void> {
  const { faultCount: faults, events, sealed } = report
  await sql`select record_event(${verified}, null, ${JSON.stringify({ faults, events, sealed })}::jsonb)`.execute(
    tx,
  )
}
