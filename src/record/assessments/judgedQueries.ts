import { sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment } from './assessment.ts'

/** A form that has made one of the judgements asked about: all its answers, and when they were saved last. */
export type Judged = Pick<
  Assessment,
  'assessmentId' | 'childId' | 'form' | 'wording' | 'state' | 'begunAt'
> & {
  answers: Answers
  savedAt: Temporal.Instant
}

/**
 * The forms about these children that answer one of these questions, the latest first: those that are signed, and these ones.
 * @param own the forms that are looked at, whatever their state
 */
export async function listJudged(
  tx: Work,
  childIds: readonly string[],
  own: readonly string[],
  names: readonly string[],
): Promise<Judged[]> {
  if (childIds.length === 0) return []
  const { rows } = await sql<Judged>`
    select a.assessment_id as "assessmentId", a.child_id as "childId", a.form, a.wording, a.state, a.begun_at as "begunAt",
      s.answers, s.saved_at as "savedAt"
    from assessment a, lateral (
      select jsonb_object_agg(e.key, e.value) as answers, max(o.saved_at) as saved_at,
        bool_or(o.answers ?| ${[...names]}::text[]) as judges
      from assessment_section o, jsonb_each(o.answers) e
      where o.service_id = a.service_id and o.assessment_id = a.assessment_id) s
    where a.service_id = current_service() and a.child_id = any (${[...childIds]}::uuid[]) and s.judges
      and (a.state in ('sent', 'signed') or a.assessment_id = any (${[...own]}::uuid[]))
    order by s.saved_at desc, a.assessment_id desc`.execute(tx)
  return rows
}
