import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Comment } from './comment.ts'

/** What a comment is on: a form, or a plan, of a child. */
export type Commented = { childId: string } & ({ assessmentId: string } | { planId: string })

const isOn = (it: Commented) =>
  'planId' in it ? sql`c.plan_id = ${it.planId}` : sql`c.assessment_id = ${it.assessmentId}`

/** The comments on a form or a plan, in the order in which they were written. */
export async function listComments(tx: Work, whose: Commented): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.comment_id as "commentId", c.question, c.words, w.name as "writtenBy", c.written_at as "writtenAt",
      c.outcome, c.answer, p.name as "answeredBy", c.answered_at as "answeredAt", c.version
    from assessment_comment c
      join person_account w on w.service_id = c.service_id and w.user_id = c.written_by
      left join person_account p on p.service_id = c.service_id and p.user_id = c.answered_by
    where c.service_id = current_service() and c.child_id = ${whose.childId} and ${isOn(whose)}
    order by c.written_at, c.comment_id`.execute(tx)
  return rows
}

/** A comment on a form or a plan; undefined where there is none of this id on it. */
export async function findComment(
  tx: Work,
  whose: Commented,
  commentId: string,
): Promise<Comment | undefined> {
  const id = parseId<'comment'>(commentId)
  return id && (await listComments(tx, whose)).find(each => each.commentId === id)
}

type Writing = Commented & { serviceId: string; by: string; at: Temporal.Instant }

/** Writes a comment beside a question of a form, or a goal of a plan. */
export async function insertComment(
  tx: Work,
  it: Writing,
  { question, words }: Pick<Comment, 'question' | 'words'>,
): Promise<void> {
  await tx
    .insertInto('assessment_comment')
    .values({
      service_id: it.serviceId,
      assessment_id: 'planId' in it ? null : it.assessmentId,
      plan_id: 'planId' in it ? it.planId : null,
      child_id: it.childId,
      question,
      words,
      written_by: it.by,
      written_at: it.at,
    })
    .execute()
}

/** Says what was done about a comment. @returns false where somebody else was quicker */
export async function settleComment(
  tx: Work,
  { serviceId, childId, by, at }: Writing,
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
    .where('comment_id', '=', commentId)
    .where('version', '=', version)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
