import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Victim } from './victim.ts'

/** A case of a child that has ended while the record of somebody whom the child harmed is open, and nobody has noted it yet. */
export type Ending = {
  victimId: string
  childId: string
  childName: string
  involvementId: string
  endedAt: Temporal.Instant
}

/**
 * The endings that the victim worker has not noted, the first first: of cases that ended after somebody was passed on, and, where no
 * case of the child is open any more, of all before.
 * @param victim whose: without it, of all whose records are open
 */
export async function listEndings(tx: Work, victim?: Pick<Victim, 'victimId'>): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select distinct v.victim_id as "victimId", o.child_id as "childId", i.involvement_id as "involvementId",
      trim(c.given_name || ' ' || c.family_name) as "childName", i.ended_at as "endedAt"
    from victim v
      join victim_of o on o.service_id = v.service_id and o.victim_id = v.victim_id
      join child c on c.service_id = o.service_id and c.child_id = o.child_id
      join involvement i on i.service_id = o.service_id and i.child_id = o.child_id and i.ended_at is not null
    where v.service_id = current_service() and v.closed_on is null
      and (${victim?.victimId ?? null}::uuid is null or v.victim_id = ${victim?.victimId ?? null}::uuid)
      and (i.ended_at >= v.passed_on_at or not exists (select from involvement x
        where x.service_id = i.service_id and x.child_id = i.child_id and x.ended_at is null))
      and not exists (select from victim_end_noted n where n.service_id = i.service_id and n.victim_id = v.victim_id
        and n.involvement_id = i.involvement_id and n.ended_at = i.ended_at)
    order by i.ended_at, v.victim_id, i.involvement_id`.execute(tx)
  return rows
}

type Noted = { serviceId: string; by: string; at: Temporal.Instant }

/** Writes down that the victim worker knows of these endings; what somebody else has just noted stays as it is. */
export async function noteEndings(
  tx: Work,
  endings: readonly Ending[],
  { serviceId, by, at }: Noted,
): Promise<void> {
  for (const { victimId, childId, involvementId, endedAt } of endings)
    await sql`
      insert into victim_end_noted (service_id, victim_id, child_id, involvement_id, ended_at, noted_by, noted_at)
      values (${serviceId}, ${victimId}, ${childId}, ${involvementId}, ${endedAt}, ${by}, ${at})
      on conflict do nothing`.execute(tx)
}
