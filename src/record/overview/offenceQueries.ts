import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** An offence as the record holds it. */
export type Offence = {
  offenceId: string
  code: string
  description: string
  committedOn: Temporal.PlainDate | null
  outcome: string
  outcomeOn: Temporal.PlainDate | null
  policeReference: string
  /** The other service that told of it; '' for our own. */
  fromService: string
}

/** The offences of a child, the latest first; those without a day last. */
export async function listOffences(tx: Work, childId: string): Promise<Offence[]> {
  const { rows } = await sql<Offence>`
    select o.offence_id as "offenceId", o.code, o.description, o.committed_on as "committedOn", o.outcome,
      o.outcome_on as "outcomeOn", o.police_reference as "policeReference", o.from_service as "fromService"
    from offence o where o.service_id = current_service() and o.child_id = ${childId}
    order by o.committed_on desc nulls last, o.offence_id desc`.execute(tx)
  return rows
}
