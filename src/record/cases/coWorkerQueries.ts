import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Involvement } from './caseQueries.ts'

/** Somebody who works in a case beside its holder. */
export type CoWorker = { userId: string; name: string; since: Temporal.Instant }

/** Who works in a case now beside its holder, by name. */
export async function listCoWorkers(tx: Work, involvementId: string): Promise<CoWorker[]> {
  const { rows } = await sql<CoWorker>`
    select w.user_id as "userId", a.name, w.from_at as since from case_worker w
    join person_account a on a.service_id = w.service_id and a.user_id = w.user_id
    where w.service_id = current_service() and w.involvement_id = ${involvementId} and w.part = 'co-worker'
      and w.until_at is null
    order by a.name, w.user_id`.execute(tx)
  return rows
}

/** Gives somebody a part in a case from a moment on; nothing is added for somebody who has one. */
export async function addCoWorker(
  tx: Work,
  serviceId: string,
  { involvementId, childId }: Pick<Involvement, 'involvementId' | 'childId'>,
  userId: string,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
    select ${serviceId}, ${childId}, ${involvementId}, ${userId}, 'co-worker', ${at} where not exists (
      select from case_worker w where w.service_id = ${serviceId} and w.involvement_id = ${involvementId}
        and w.user_id = ${userId} and w.until_at is null)`.execute(tx)
}

/** Ends the part that somebody has in a case beside its holder. */
export async function endCoWorker(
  tx: Work,
  involvementId: string,
  userId: string,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update case_worker set until_at = greatest(from_at, ${at}::timestamptz)
    where service_id = current_service() and involvement_id = ${involvementId} and user_id = ${userId}
      and part = 'co-worker' and until_at is null`.execute(tx)
}
