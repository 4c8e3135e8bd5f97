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
  return toldApart(rows)
}

const neutral = 'somebody who was harmed'
const isNeutral = (name: string) => name === neutral || name.startsWith(`${neutral} (`)

/** No two of one child are called the same who have no name of their own yet: of two records that were merged each had its first. */
export function toldApart<V extends Pick<Voice, 'knownAs'>>(voices: readonly V[]): V[] {
  const taken = new Set<string>()
  return voices.map(voice => {
    let name = voice.knownAs
    for (let number = 2; isNeutral(name) && taken.has(name); number++) name = `${neutral} (${number})`
    taken.add(name)
    return { ...voice, knownAs: name }
  })
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
  return known === 0 ? neutral : `${neutral} (${known + 1})`
}

/** How the plan of a child spoke of somebody last, also where they were taken out of it since. */
export async function lastName(tx: Work, childId: string, victimId: string): Promise<string> {
  const { rows } = await sql<{ knownAs: string }>`
    select known_as as "knownAs" from victim_voice
    where service_id = current_service() and child_id = ${childId} and victim_id = ${victimId}
    order by recorded_at desc, voice_id desc limit 1`.execute(tx)
  return rows[0]?.knownAs ?? neutralName(tx, childId)
}

/** Somebody who was passed on for a child, without who it is: since when they are known, and by whom. */
export type PassedOn = { at: Temporal.Instant; by: string }

/** Who has been passed on for a child, the first first; without those who were passed on by mistake. */
export async function listPassedOn(tx: Work, childId: string): Promise<PassedOn[]> {
  const { rows } = await sql<PassedOn>`
    select f.recorded_at as at, p.name as by
    from (select distinct on (victim_id) * from victim_voice where service_id = current_service() and child_id = ${childId}
        order by victim_id, recorded_at, voice_id) f
      join person_account p on p.service_id = f.service_id and p.user_id = f.recorded_by
    where not (select l.is_withdrawn from victim_voice l where l.service_id = f.service_id and l.child_id = f.child_id
      and l.victim_id = f.victim_id order by l.recorded_at desc, l.voice_id desc limit 1)
    order by f.recorded_at, f.victim_id`.execute(tx)
  return rows
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
