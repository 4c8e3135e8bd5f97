import { sql } from 'kysely'
import type { FeedbackForm } from '../../engine/feedback/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isOpenToReader, type WordsAsked } from './summaryQueries.ts'

/** Which questions of these forms are answered in words, and which of the forms are asked from outside. */
export const wordsAsked = (forms: readonly FeedbackForm[]): WordsAsked => ({
  questions: forms.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'textarea' ? [name] : [])),
  ),
  outside: forms.flatMap(({ id, fromOutside }) => (fromOutside ? [id] : [])),
})

/** What somebody said in words, of which nobody has said yet that they have read it. */
export type Unread = {
  feedbackId: string
  childId: string
  form: string
  givenAt: Temporal.Instant
  said: { question: string; words: string }[]
}

/** What nobody has read yet and the reader may read, the first first, whenever it was said; faces and choices alone do not count. */
export async function readUnread(tx: Work, { questions, outside }: WordsAsked): Promise<Unread[]> {
  const { rows } = await sql<Unread>`
    select f.feedback_id as "feedbackId", f.child_id as "childId", f.form, f.given_at as "givenAt", s.said
    from feedback f cross join lateral (
      select jsonb_agg(jsonb_build_object('question', q.key, 'words', q.value #>> '{}') order by q.key) as said
      from jsonb_each(f.answers) q
      where q.key = any (${[...questions]}) and jsonb_typeof(q.value) = 'string' and trim(q.value #>> '{}') <> '') s
    where f.service_id = current_service() and f.withdrawn_at is null and f.words_read_at is null
      and s.said is not null and ${isOpenToReader(outside)}
    order by f.given_at, f.feedback_id`.execute(tx)
  return rows
}

/** Says of what was said in words that somebody has read it; what somebody else has just read stays as it is. */
export async function markRead(
  tx: Work,
  feedbackIds: readonly string[],
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update feedback set words_read_by = ${by}, words_read_at = ${at}, version = version + 1
    where service_id = current_service() and feedback_id = any (${[...feedbackIds]}::uuid[])
      and words_read_at is null and withdrawn_at is null`.execute(tx)
}
