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
  title: string
  by: string
  at: Temporal.Instant
  /** When it is written down. */
  now: Temporal.Instant
}

/**
 * Writes down what a form that is signed says of needs that are not met. A need that is open already is no second row: what the form
 * says is added to its words. Where a form says that nothing is missing, what another form found is met; what somebody recorded by
 * hand is for people to end.
 */
export async function recordNeeds(tx: Work, form: SignedForm, said: readonly SaidOfNeed[]): Promise<void> {
  const { serviceId, childId, assessmentId, by, at, now } = form
  const on = dayInUk(at)
  const source = `“${form.title}”, ${writeDate(on)}`
  for (const it of said) {
    if (it.isMet) {
      await sql`
        update unmet_need set met_on = greatest(${on}::date, found_on), met_words = ${`Said in ${source}`}, version = version + 1
        where service_id = current_service() and child_id = ${childId} and need = ${it.need} and met_on is null
          and assessment_id is not null`.execute(tx)
      continue
    }
    const { rows } = await sql<{ needId: string; words: string }>`
      select need_id as "needId", words from unmet_need
      where service_id = current_service() and child_id = ${childId} and need = ${it.need} and met_on is null
      order by found_on, need_id limit 1 for update`.execute(tx)
    const [open] = rows
    if (open && !open.words.includes(it.words)) {
      const words = [open.words, `${source}: ${it.words}`].filter(each => each !== '').join('\n')
      await sql`
        update unmet_need set words = ${words}, version = version + 1
        where service_id = current_service() and need_id = ${open.needId}`.execute(tx)
    } else if (!open) {
      await tx
        .insertInto('unmet_need')
        .values({
          ...{ service_id: serviceId, child_id: childId, assessment_id: assessmentId },
          ...{ need: it.need, reason: it.reason, words: it.words, found_on: on },
          ...{ recorded_by: by, recorded_at: now },
        })
        .execute()
    }
  }
}
