import type { ToldRecord } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** Writes down what a form that is signed says of fields of the record. What somebody wrote there by hand stays. */
export async function insertTold(
  tx: Work,
  {
    serviceId,
    childId,
    assessmentId,
    by,
    at,
  }: { serviceId: string; childId: string; assessmentId: string; by: string; at: Temporal.Instant },
  told: readonly ToldRecord[],
): Promise<void> {
  if (told.length === 0) return
  await tx
    .insertInto('told_by_form')
    .values(
      told.map(({ field, words }) => ({
        service_id: serviceId,
        child_id: childId,
        assessment_id: assessmentId,
        ...{ field, words, told_by: by, told_at: at },
      })),
    )
    .execute()
}
