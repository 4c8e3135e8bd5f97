import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Plan } from '../plans/index.ts'
import { firstOfEach, type Language, type PlainWords } from './copy.ts'

/** The pictures chosen for the goals of a child: the line of a goal to the name of its picture. */
export async function listPictures(tx: Work, childId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ line: string; picture: string }>`
    select line_id as line, picture from goal_picture where service_id = current_service() and child_id = ${childId}`.execute(
    tx,
  )
  return new Map(rows.map(({ line, picture }) => [line, picture]))
}

/** The words of one plan’s copy, with its version; 0 where nobody has written any. */
export async function readCopy(
  tx: Work,
  { planId }: Pick<Plan, 'planId'>,
  language: Language,
): Promise<{ words: readonly PlainWords[]; version: number }> {
  const { rows } = await sql<{ words: PlainWords[]; version: number }>`
    select words, version from plan_copy
    where service_id = current_service() and plan_id = ${planId} and language = ${language}`.execute(tx)
  return rows[0] ?? { words: [], version: 0 }
}

/**
 * The words of a plan’s copy in a language: its own, once it has been saved, and none beside them; until then those of the child’s
 * other plans, the latest first.
 */
export async function listWords(
  tx: Work,
  { childId, planId }: Pick<Plan, 'childId' | 'planId'>,
  language: Language,
): Promise<PlainWords[]> {
  const { rows } = await sql<{ words: PlainWords[]; isOwn: boolean }>`
    select words, plan_id = ${planId} as "isOwn" from plan_copy
    where service_id = current_service() and child_id = ${childId} and language = ${language}
    order by written_at desc, plan_id desc`.execute(tx)
  const own = rows.find(({ isOwn }) => isOwn)
  return own ? own.words : firstOfEach(rows.flatMap(({ words }) => words))
}

/** The languages in which a plan has words of its own. */
export async function listLanguages(tx: Work, childId: string): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select distinct language from plan_copy where service_id = current_service() and child_id = ${childId}
    order by 1`.execute(tx)
  return rows.map(({ language }) => language)
}

type Saved = Pick<Plan, 'childId' | 'planId'> & {
  serviceId: string
  language: Language
  words: readonly PlainWords[]
  by: string
  at: Temporal.Instant
}

/**
 * Keeps the words of a copy as they were edited.
 * @param version the one that was read; 0: there were none
 * @returns false where somebody else was quicker
 */
export async function saveCopy(tx: Work, it: Saved, version: number): Promise<boolean> {
  const words = JSON.stringify(it.words)
  const { numAffectedRows } =
    version === 0
      ? await sql`
        insert into plan_copy (service_id, plan_id, child_id, language, words, written_by, written_at)
        values (${it.serviceId}, ${it.planId}, ${it.childId}, ${it.language}, ${words}::jsonb, ${it.by}, ${it.at})
        on conflict do nothing`.execute(tx)
      : await sql`
        update plan_copy set words = ${words}::jsonb, written_by = ${it.by}, written_at = ${it.at}, version = version + 1
        where service_id = current_service() and plan_id = ${it.planId} and language = ${it.language}
          and version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Chooses the picture for a goal. */
export async function savePicture(
  tx: Work,
  it: { serviceId: string; childId: string; lineId: string; picture: string },
): Promise<void> {
  await sql`
    insert into goal_picture (service_id, line_id, child_id, picture)
    values (${it.serviceId}, ${it.lineId}, ${it.childId}, ${it.picture})
    on conflict (service_id, line_id) do update set picture = excluded.picture
    where goal_picture.picture <> excluded.picture`.execute(tx)
}
