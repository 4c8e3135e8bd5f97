import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/** A need that was found, why it is not met, and since when it is. */
export type Need = {
  needId: string
  childId: string
  /** By the codes of the lists `need` and `unmet-reason`. */
  need: string
  reason: string
  words: string
  foundOn: Temporal.PlainDate
  metOn: Temporal.PlainDate | null
  metWords: string
  recordedBy: string
  /** The form that found it; null where somebody recorded it by hand. */
  assessmentId: string | null
  form: string | null
  version: number
}

/** The needs of a child, those not met first, then the latest. */
export async function listNeeds(tx: Work, childId: string): Promise<Need[]> {
  const { rows } = await sql<Need>`
    select n.need_id as "needId", n.child_id as "childId", n.need, n.reason, n.words, n.found_on as "foundOn",
      n.met_on as "metOn", n.met_words as "metWords", p.name as "recordedBy",
      n.assessment_id as "assessmentId", a.form, n.version
    from unmet_need n join person_account p on p.service_id = n.service_id and p.user_id = n.recorded_by
      left join assessment a on a.service_id = n.service_id and a.assessment_id = n.assessment_id
    where n.service_id = current_service() and n.child_id = ${childId}
    order by n.met_on is not null, n.found_on desc, n.need_id desc`.execute(tx)
  return rows
}

/** One need of a child. */
export async function findNeed(tx: Work, childId: string, needId: string): Promise<Need | undefined> {
  const id = parseId<'need'>(needId)
  return id && (await listNeeds(tx, childId)).find(each => each.needId === id)
}

export type NeedSaid = Pick<Need, 'need' | 'reason' | 'words' | 'foundOn' | 'metOn' | 'metWords'>

const columnsOf = (it: NeedSaid) => ({
  need: it.need,
  reason: it.reason,
  words: it.words,
  found_on: it.foundOn,
  met_on: it.metOn,
  met_words: it.metWords,
})

/** Writes down a need that is not met. */
export async function insertNeed(
  tx: Work,
  it: NeedSaid & { serviceId: string; childId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('unmet_need')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      ...columnsOf(it),
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .execute()
}

/** @returns false where somebody else was quicker */
export async function changeNeed(
  tx: Work,
  { needId, version }: Pick<Need, 'needId' | 'version'>,
  to: NeedSaid,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('unmet_need')
    .set(eb => ({ ...columnsOf(to), version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('need_id', '=', needId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
