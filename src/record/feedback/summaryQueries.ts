import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { isOfTheirOwn } from './feedbackQueries.ts'

/** Between two moments, the second left out. */
type Between = { from: Temporal.Instant; before: Temporal.Instant }

const given = ({ from, before }: Between) =>
  sql`f.service_id = current_service() and f.withdrawn_at is null and f.given_at >= ${from} and f.given_at < ${before}`

/** How often an answer was given to a question of a form. */
export type AnswerCount = { form: string; question: string; answer: string; count: number }

/** The answers that were chosen, counted; and how many gave each form. */
export async function countAnswers(
  tx: Work,
  between: Between,
): Promise<{ forms: { form: string; count: number }[]; answers: AnswerCount[] }> {
  const [forms, answers] = await Promise.all([
    sql<{ form: string; count: number }>`
      select f.form, count(*)::int as count from feedback f where ${given(between)} group by f.form`.execute(
      tx,
    ),
    sql<AnswerCount>`
      select f.form, q.key as question, chosen.answer, count(*)::int as count
      from feedback f cross join lateral jsonb_each(f.answers) q
        cross join lateral (select q.value #>> '{}' as answer where jsonb_typeof(q.value) = 'string'
          union all select each from jsonb_array_elements_text(case jsonb_typeof(q.value) when 'array' then q.value else '[]' end) each) chosen
      where ${given(between)} group by f.form, q.key, chosen.answer`.execute(tx),
  ])
  return { forms: forms.rows, answers: answers.rows }
}

/**
 * The walls around words: what a child said to somebody who had no part in the work is not read by those who had, whatever else they
 * may read.
 * @param outside the forms by which somebody from outside asks
 */
export const isOpenToReader = (outside: readonly string[]) =>
  sql<boolean>`not (f.form = any (${[...outside]}) and ${isOfTheirOwn})`

/** Which questions are answered in words, and which forms are asked from outside. */
export type WordsAsked = { questions: readonly string[]; outside: readonly string[] }

/** Words that somebody wrote in answer to a question, without who it was. */
export type Said = {
  feedbackId: string
  childId: string
  form: string
  question: string
  words: string
  themes: string[]
  givenAt: Temporal.Instant
}

/** What was said in words, the latest first: of the questions named. */
export async function listSaidInWords(
  tx: Work,
  between: Between,
  { questions, outside }: WordsAsked,
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select f.feedback_id as "feedbackId", f.child_id as "childId", f.form, q.key as question, q.value #>> '{}' as words,
      f.given_at as "givenAt",
      coalesce((select array_agg(t.theme order by t.theme) from feedback_theme t where t.service_id = f.service_id
        and t.feedback_id = f.feedback_id and t.question = q.key), '{}') as themes
    from feedback f cross join lateral jsonb_each(f.answers) q
    where ${given(between)} and ${isOpenToReader(outside)} and q.key = any (${[...questions]}) and jsonb_typeof(q.value) = 'string' and trim(q.value #>> '{}') <> ''
    order by f.given_at desc, f.feedback_id, q.key`.execute(tx)
  return rows
}

/** The words of one piece of feedback in answer to one question. */
export async function findSaid(
  tx: Work,
  feedbackId: string,
  question: string,
  { outside }: Pick<WordsAsked, 'outside'>,
): Promise<Said | undefined> {
  const id = parseId<'feedback'>(feedbackId)
  if (!id) return undefined
  const { rows } = await sql<Said>`
    select f.feedback_id as "feedbackId", f.child_id as "childId", f.form, ${question}::text as question,
      f.answers ->> ${question}::text as words, f.given_at as "givenAt",
      coalesce((select array_agg(t.theme order by t.theme) from feedback_theme t where t.service_id = f.service_id
        and t.feedback_id = f.feedback_id and t.question = ${question}), '{}') as themes
    from feedback f where f.service_id = current_service() and f.feedback_id = ${id} and f.withdrawn_at is null
      and ${isOpenToReader(outside)} and f.answers ? ${question}`.execute(tx)
  return rows[0]
}

/** Says what words are about, in place of what was said before. */
export async function setThemes(
  tx: Work,
  { feedbackId, childId, question }: Said,
  it: { serviceId: string; themes: readonly string[]; by: string; at: Temporal.Instant },
): Promise<void> {
  await sql`delete from feedback_theme where service_id = current_service() and feedback_id = ${feedbackId}
    and question = ${question} and theme <> all (${[...it.themes]})`.execute(tx)
  for (const theme of it.themes)
    await sql`insert into feedback_theme (service_id, feedback_id, question, child_id, theme, given_by, given_at)
      values (${it.serviceId}, ${feedbackId}, ${question}, ${childId}, ${theme}, ${it.by}, ${it.at})
      on conflict do nothing`.execute(tx)
}

/** Who asked whose words these are, when and why. */
export type AskedWhose = { askedBy: string; askedAt: Temporal.Instant; reason: string }

/** Who has asked before, the latest first: for those alone who may ask. */
export async function listAskedWhose(
  tx: Work,
  { feedbackId }: Pick<Said, 'feedbackId'>,
): Promise<AskedWhose[]> {
  const { rows } = await sql<AskedWhose>`
    select p.name as "askedBy", w.asked_at as "askedAt", w.reason
    from feedback_whose w join person_account p on p.service_id = w.service_id and p.user_id = w.asked_by
    where w.service_id = current_service() and w.feedback_id = ${feedbackId}
    order by w.asked_at desc, w.feedback_whose_id desc`.execute(tx)
  return rows
}

/**
 * Writes down that somebody asked whose words these are, and why. That it was asked stands in the history of the child; the reason
 * may repeat the words, and does not.
 */
export async function recordWhose(
  tx: Work,
  { feedbackId, childId }: Pick<Said, 'feedbackId' | 'childId'>,
  { serviceId, reason, by, at }: { serviceId: string; reason: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('feedback_whose')
    .values({
      ...{ service_id: serviceId, feedback_id: feedbackId, child_id: childId },
      ...{ reason, asked_by: by, asked_at: at },
    })
    .execute()
}

/** You said, we did. */
export type SaidAndDone = {
  entryId: string
  said: string
  done: string
  since: Temporal.PlainDate
  endedOn: Temporal.PlainDate | null
  version: number
}

/** What was said and done, the latest first. */
export async function listSaidAndDone(tx: Work): Promise<SaidAndDone[]> {
  const { rows } = await sql<SaidAndDone>`
    select entry_id as "entryId", said, done, since, ended_on as "endedOn", version from said_and_done
    where service_id = current_service() order by since desc, entry_id desc`.execute(tx)
  return rows
}

export type SaidAndDoneSaid = Pick<SaidAndDone, 'said' | 'done' | 'since' | 'endedOn'>

/** Adds what was said and done. */
export async function insertSaidAndDone(
  tx: Work,
  it: SaidAndDoneSaid & { serviceId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('said_and_done')
    .values({
      service_id: it.serviceId,
      said: it.said,
      done: it.done,
      since: it.since,
      ended_on: it.endedOn,
      recorded_by: it.by,
      recorded_at: it.at,
    })
    .execute()
}

/** @returns false where somebody else was quicker */
export async function changeSaidAndDone(
  tx: Work,
  { entryId, version }: Pick<SaidAndDone, 'entryId' | 'version'>,
  to: SaidAndDoneSaid,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('said_and_done')
    .set(eb => ({
      said: to.said,
      done: to.done,
      since: to.since,
      ended_on: to.endedOn,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('entry_id', '=', entryId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
