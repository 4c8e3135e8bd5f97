import { sql } from 'kysely'
import type { SaidOfNeed } from '../../engine/forms/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'

/** A form that was signed: about whom, by whom and when. */
type SignedForm = {
  serviceId: string
  childId: string
  assessmentId: string
  /** Which kind of form it is. */
  form: string
  title: string
  by: string
  at: Temporal.Instant
  /** When it is written down. */
  now: Temporal.Instant
}

/**
 * Writes down what a form that is signed says of needs that are not met: a row for each kind of form that finds one. Two kinds may
 * find two needs that have one code, each with its own reason. A later form of the same kind says how the need stands now, in words
 * and reason, or that it is met; what another kind found, or somebody recorded by hand, it leaves alone.
 */
export async function recordNeeds(tx: Work, form: SignedForm, said: readonly SaidOfNeed[]): Promise<void> {
  const { serviceId, childId, assessmentId, by, at, now } = form
  const on = dayInUk(at)
  const source = `“${form.title}”, ${writeDate(on)}`
  for (const it of said) {
    const isOpenOfKind = sql`service_id = current_service() and child_id = ${childId} and need = ${it.need} and met_on is null
      and assessment_id in (select a.assessment_id from assessment a where a.service_id = current_service() and a.form = ${form.form})`
    if (it.isMet) {
      await sql`
        update unmet_need set met_on = greatest(${on}::date, found_on), met_words = ${`Said in ${source}`}, version = version + 1
        where ${isOpenOfKind}`.execute(tx)
      continue
    }
    const { rows } = await sql<{ needId: string; words: string; reason: string }>`
      select need_id as "needId", words, reason from unmet_need where ${isOpenOfKind}
      order by found_on, need_id limit 1 for update`.execute(tx)
    const [open] = rows
    if (!open)
      await tx
        .insertInto('unmet_need')
        .values({
          ...{ service_id: serviceId, child_id: childId, assessment_id: assessmentId },
          ...{ need: it.need, reason: it.reason, words: it.words, found_on: on },
          ...{ recorded_by: by, recorded_at: now },
        })
        .execute()
    else if (open.reason !== it.reason || (open.words !== it.words && !open.words.endsWith(`: ${it.words}`)))
      await sql`
        update unmet_need set reason = ${it.reason}, words = ${`${source}: ${it.words}`}, version = version + 1
        where service_id = current_service() and need_id = ${open.needId}`.execute(tx)
  }
}
