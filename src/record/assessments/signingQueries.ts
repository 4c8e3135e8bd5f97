import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment, AssessmentState } from './assessment.ts'
import type { Signing, SigningKind } from './signing.ts'

/** What was signed of a form, in order. */
export async function listSignings(
  tx: Work,
  { childId, assessmentId }: Pick<Assessment, 'childId' | 'assessmentId'>,
): Promise<Signing[]> {
  const { rows } = await sql<Signing>`
    select s.kind, s.words, s.signed_by as "signedById", p.name as "signedBy", s.signed_at as "signedAt", s.takes_up as "takesUp"
    from assessment_signing s join person_account p on p.service_id = s.service_id and p.user_id = s.signed_by
    where s.service_id = current_service() and s.child_id = ${childId} and s.assessment_id = ${assessmentId}
    order by s.signed_at, s.signing_id`.execute(tx)
  return rows
}

export type NewSigning = Pick<Assessment, 'childId' | 'assessmentId' | 'version'> & {
  serviceId: string
  kind: SigningKind
  words: string
  /** How the form stands after it. */
  becomes: AssessmentState
  /** What had happened and it takes up, by ids; left out where nobody was asked. */
  takesUp?: readonly string[]
  by: string
  at: Temporal.Instant
}

/** Signs a form as it was read. @returns false where somebody has signed or changed its state since */
export async function insertSigning(tx: Work, it: NewSigning): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment')
    .set(eb => ({ state: it.becomes, version: eb('version', '+', 1) }))
    .where('service_id', '=', it.serviceId)
    .where('child_id', '=', it.childId)
    .where('assessment_id', '=', it.assessmentId)
    .where('version', '=', it.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .insertInto('assessment_signing')
    .values({
      service_id: it.serviceId,
      assessment_id: it.assessmentId,
      child_id: it.childId,
      kind: it.kind,
      words: it.words,
      signed_by: it.by,
      signed_at: it.at,
      takes_up: it.takesUp ? [...it.takesUp] : null,
    })
    .execute()
  return true
}
