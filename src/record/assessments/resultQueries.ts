import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment } from './assessment.ts'
import type { WorkedResult } from './results.ts'

type Whose = Pick<Assessment, 'childId' | 'assessmentId'>

/** What was kept of what was worked out, when the form was signed the last time. */
export async function listKeptResults(tx: Work, { childId, assessmentId }: Whose): Promise<WorkedResult[]> {
  const { rows } = await sql<WorkedResult>`
    select r.name, r.label, r.words, r.why_none as "whyNone", r.figures, r.rule_version as "ruleVersion"
    from assessment_result r
    where r.service_id = current_service() and r.child_id = ${childId} and r.assessment_id = ${assessmentId}
    order by r.name`.execute(tx)
  return rows
}

/** Keeps what was worked out with a form that is signed now, in place of what an earlier signing kept. */
export async function keepResults(
  tx: Work,
  { serviceId, childId, assessmentId, at }: Whose & { serviceId: string; at: Temporal.Instant },
  results: readonly WorkedResult[],
): Promise<void> {
  await tx
    .deleteFrom('assessment_result')
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .where('assessment_id', '=', assessmentId)
    .execute()
  if (results.length === 0) return
  await tx
    .insertInto('assessment_result')
    .values(
      results.map(({ name, label, words, whyNone, figures, ruleVersion }) => ({
        service_id: serviceId,
        assessment_id: assessmentId,
        child_id: childId,
        name,
        label,
        words,
        why_none: whyNone,
        figures: JSON.stringify(figures),
        rule_version: ruleVersion,
        worked_out_at: at,
      })),
    )
    .execute()
}
