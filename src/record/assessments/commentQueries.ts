import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment } from './assessment.ts'
import type { Comment } from './comment.ts'

type Whose = Pick<Assessment, 'childId' | 'assessmentId'>

/** The comments on a form, in the order in which they were written. */
export async function listComments(tx: Work, { childId, assessmentId }: Whose): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.comment_id as "commentId", c.question, c.words, w.name as "writtenBy", c.written_at as "writtenAt",
      c.outcome, c.answer, p.name as "answeredBy", c.answered_at as "answeredAt", c.version
    from assessment_comment c
      join person_account w on w.service_id = c.service_id and w.user_id = c.written_by
      left join person_account p on p.service_id = c.service_id and p.user_id = c.answered_by
    where c.service_id = current_service() and c.child_id = ${childId} and c.assessment_id = ${assessmentId}
    order by c.written_at, c.comment_id`.execute(tx)
  return rows
}

/** A comment on a form; undefined where there is none of this id on this form. */
export async function findComment(tx: Work, whose: Whose, commentId: string): Promise<Comment | undefined> {
  const id = parseId<'comment'>(commentId)
  return id && (await listComments(tx, whose)).find(each => each.commentId === id)
}

type Writing = Whose & { serviceId: string; by: string; at: Temporal.Instant }

/** Writes a comment beside a question. */
export async function insertComment(
  tx: Work,
  { serviceId, childId, assessmentId, by, at }: Writing,
  { question, words }: Pick<Comment, 'question' | 'words'>,
): Promise<void> {
  await tx
    .insertInto('assessment_comment')
    .values({
      service_id: serviceId,
      assessment_id: assessmentId,
      child_id: childId,
      question,
      words,
      written_by: by,
      written_at: at,
    })
    .execute()
}

/** Says what was done about a comment. @returns false where somebody else was quicker */
export async function settleComment(
  tx: Work,
  { serviceId, childId, assessmentId, by, at }: Writing,
  { commentId, version }: Pick<Comment, 'commentId' | 'version'>,
  said: { outcome: 'answered' | 'dealt-with'; answer: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('assessment_comment')
    .set(eb => ({
      outcome: said.outcome,
      answer: said.answer,
      answered_by: by,
      answered_at: at,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', serviceId)
    .where('child_id', '=', childId)
    .where('assessment_id', '=', assessmentId)
    .where('comment_id', '=', commentId)
    .where('version', '=', version)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
