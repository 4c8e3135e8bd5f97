import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { PlanHead, Silence } from './plan.ts'

/** Why a plan says nothing of what some wish who were harmed. */
export async function listSilences(tx: Work, planId: string): Promise<Silence[]> {
  const { rows } = await sql<Silence>`
    select s.victim_id as "victimId", s.words, p.name as "saidBy", s.said_at as "saidAt", s.version
    from plan_silence s join person_account p on p.service_id = s.service_id and p.user_id = s.said_by
    where s.service_id = current_service() and s.plan_id = ${planId} order by s.victim_id`.execute(tx)
  return rows
}

export type NewSilence = Pick<PlanHead, 'childId' | 'planId'> &
  Pick<Silence, 'victimId' | 'words'> & { serviceId: string; by: string; at: Temporal.Instant }

/**
 * Says why nothing is known of what somebody wishes.
 * @param version the one that was read; 0: nothing was said yet
 * @returns false where somebody else was quicker
 */
export async function saveSilence(tx: Work, it: NewSilence, version: number): Promise<boolean> {
  const { numAffectedRows } =
    version === 0
      ? await sql`
        insert into plan_silence (service_id, plan_id, victim_id, child_id, words, said_by, said_at)
        values (${it.serviceId}, ${it.planId}, ${it.victimId}, ${it.childId}, ${it.words}, ${it.by}, ${it.at})
        on conflict do nothing`.execute(tx)
      : await sql`
        update plan_silence set words = ${it.words}, said_by = ${it.by}, said_at = ${it.at}, version = version + 1
        where service_id = current_service() and plan_id = ${it.planId} and victim_id = ${it.victimId}
          and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}
