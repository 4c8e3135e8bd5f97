import { sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Involvement, RecordedStep, StepWords } from './caseQueries.ts'

export type NewReading = {
  happenedAt: Temporal.Instant
  answers: Answers
  words: StepWords
  by: string
  because: string
  now: Temporal.Instant
}

/**
 * Puts a corrected reading of a milestone in place of the one that was read, unless somebody else has corrected it since.
 * @returns whether it was put there
 */
export async function rewriteMilestone(
  tx: Work,
  which: Pick<RecordedStep, 'milestoneId' | 'version'>,
  { happenedAt, answers, words, by, because, now }: NewReading,
): Promise<boolean> {
  const result = await tx
    .updateTable('milestone')
    .set(eb => ({
      happened_at: happenedAt,
      answers: JSON.stringify(answers),
      words: JSON.stringify(words),
      corrected_at: now,
      corrected_by: by,
      corrected_because: because,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('milestone_id', '=', which.milestoneId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Says where a case stood after one of its milestones, when an earlier one has been corrected. */
export async function setStageAfter(tx: Work, milestoneId: string, stage: string): Promise<void> {
  await tx
    .updateTable('milestone')
    .set({ stage })
    .where('service_id', '=', sql<string>`current_service()`)
    .where('milestone_id', '=', milestoneId)
    .execute()
}

/** Which parts in a case a step had set: ended any, or begun that of a holder (`whoever`: whoever that was). */
export type PartsSet = { ends: boolean; begins: 'nobody' | 'whoever' | { userId: string } }

/** Moves the parts of people in a case with the step that had set them, when that is found to have happened otherwise. */
export async function movePartTimes(
  tx: Work,
  { involvementId }: Pick<Involvement, 'involvementId'>,
  { ends, begins }: PartsSet,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
): Promise<void> {
  // A part keeps an end that is not before its beginning.
  if (ends) {
    await sql`
      update case_worker set until_at = greatest(from_at, ${to}::timestamptz)
      where service_id = current_service() and involvement_id = ${involvementId} and until_at = ${from}`.execute(
      tx,
    )
  }
  if (begins !== 'nobody') {
    const whose = begins === 'whoever' ? sql`true` : sql`user_id = ${begins.userId}`
    await sql`
      update case_worker set from_at = least(coalesce(until_at, ${to}::timestamptz), ${to}::timestamptz)
      where service_id = current_service() and involvement_id = ${involvementId} and part = 'holder'
        and from_at = ${from} and ${whose}`.execute(tx)
  }
}

/** The names of people by their ids, also of those who no longer work here. */
export async function namesOf(
  tx: Work,
  userIds: readonly string[],
): Promise<{ userId: string; name: string }[]> {
  if (userIds.length === 0) return []
  const { rows } = await sql<{ userId: string; name: string }>`
    select user_id as "userId", name from person_account
    where service_id = current_service() and user_id = any (${userIds}::uuid[])`.execute(tx)
  return rows
}
