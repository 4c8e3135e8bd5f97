import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Voice } from './plan.ts'

/**
 * What the child’s side is told of each who was harmed: the latest of each, in the order in which they became known; without those
 * who were passed on by mistake.
 */
export async function listVoices(tx: Work, childId: string): Promise<Voice[]> {
  const { rows } = await sql<Voice>`
    select v.victim_id as "victimId", v.known_as as "knownAs", v.wishes, v.wishes_words as "wishesWords",
      v.no_wishes_reason as "noWishesReason", v.safety_words as "safetyWords", p.name as "recordedBy", v.recorded_at as "recordedAt"
    from (select distinct on (victim_id) *, min(recorded_at) over (partition by victim_id) as first_at from victim_voice
      where service_id = current_service() and child_id = ${childId}
      order by victim_id, recorded_at desc, voice_id desc) v
      join person_account p on p.service_id = v.service_id and p.user_id = v.recorded_by
    where not v.is_withdrawn
    order by v.first_at, v.victim_id`.execute(tx)
  return rows
}

/**
 * How a plan speaks of the next of those who were harmed until the victim worker has confirmed a name: in no word of whoever
 * passes them on.
 */
export async function neutralName(tx: Work, childId: string): Promise<string> {
  const { rows } = await sql<{ known: number }>`
    select count(distinct victim_id)::int as known from victim_voice
    where service_id = current_service() and child_id = ${childId}`.execute(tx)
  const known = rows[0]?.known ?? 0
  return known === 0 ? 'somebody who was harmed' : `somebody who was harmed (${known + 1})`
}

export type NewVoice = Omit<Voice, 'recordedBy' | 'recordedAt'> & {
  serviceId: string
  childId: string
  by: string
  at: Temporal.Instant
}

/** Tells the child’s side what holds of somebody who was harmed from now on. */
export async function insertVoice(tx: Work, it: NewVoice): Promise<void> {
  await tx
    .insertInto('victim_voice')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      victim_id: it.victimId,
      known_as: it.knownAs,
      wishes: [...it.wishes],
      wishes_words: it.wishesWords,
      no_wishes_reason: it.noWishesReason,
      safety_words: it.safetyWords,
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .execute()
}

/** Tells the child’s side that somebody was passed on by mistake: the plan speaks of them no more. */
export async function withdrawVoice(
  tx: Work,
  it: Pick<NewVoice, 'serviceId' | 'childId' | 'victimId' | 'knownAs' | 'by' | 'at'>,
): Promise<void> {
  await tx
    .insertInto('victim_voice')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      victim_id: it.victimId,
      known_as: it.knownAs,
      is_withdrawn: true,
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .execute()
}
