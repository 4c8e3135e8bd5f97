import { sql } from 'kysely'
import { fieldsOf, givenAnswers } from '../../engine/assessments/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Assessment, type OpenedAssessment, opened, type SavedSection } from './assessment.ts'
import { deniesHarm, isSomebodyKnown, readHarmSaid } from './harmSaid.ts'

const columns = sql`a.assessment_id as "assessmentId", a.child_id as "childId", a.involvement_id as "involvementId",
  a.form, a.wording, a.state, a.begun_by as "begunById", p.name as "begunBy", a.begun_at as "begunAt", a.version,
  (select max(s.saved_at) from assessment_section s
    where s.service_id = a.service_id and s.assessment_id = a.assessment_id) as "savedAt"`

/** The long forms about a child, the latest first. */
export async function listAssessments(tx: Work, childId: string): Promise<Assessment[]> {
  const { rows } = await sql<Assessment>`
    select ${columns} from assessment a
      join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by
    where a.service_id = current_service() and a.child_id = ${childId}
    order by a.begun_at desc, a.assessment_id desc`.execute(tx)
  return rows
}

/** A long form about a child, with its sections; undefined where there is none of this id about this child. */
export async function findAssessment(
  tx: Work,
  childId: string,
  assessmentId: string,
): Promise<OpenedAssessment | undefined> {
  const id = parseId<'assessment'>(assessmentId)
  if (!id) return undefined
  const [found, sections] = await Promise.all([
    sql<Assessment & { signedForms: string[] }>`
      select ${columns}, array(select distinct o.form from assessment o
          where o.service_id = a.service_id and o.child_id = a.child_id and o.state = 'signed') as "signedForms"
      from assessment a
        join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by
      where a.service_id = current_service() and a.child_id = ${childId} and a.assessment_id = ${id}`.execute(
      tx,
    ),
    sql<SavedSection>`
      select s.section, s.answers, p.name as "savedBy", s.written_by as "writtenByIds", s.saved_at as "savedAt", s.version
      from assessment_section s join person_account p on p.service_id = s.service_id and p.user_id = s.saved_by
      where s.service_id = current_service() and s.child_id = ${childId} and s.assessment_id = ${id}`.execute(
      tx,
    ),
  ])
  const [row] = found.rows
  if (!row) return undefined
  const { signedForms, ...assessment } = row
  const harmSaid = await harmBeside(tx, assessment, sections.rows)
  return opened(assessment, sections.rows, { signedForms, happened: [], harmSaid })
}

/** Where the record says that somebody was harmed, for a form that does not say so; looked up only for such a form. */
async function harmBeside(
  tx: Work,
  { childId, involvementId, assessmentId, form, wording }: Assessment,
  sections: readonly SavedSection[],
): Promise<string> {
  const version = findAssessmentForm(practiceInUse(), form)?.versions[wording]
  const answers: Answers = Object.assign({}, ...sections.map(each => each.answers))
  if (!version || !deniesHarm(fieldsOf(version), givenAnswers(version, answers))) return ''
  if (await isSomebodyKnown(tx, childId)) return 'The plan’s box of those who were harmed'
  return readHarmSaid(tx, childId, { caseId: sql`${involvementId}`, except: assessmentId })
}

/** The id of the last form of this kind about a child that was signed before another was begun. */
export async function findLastId(
  tx: Work,
  { childId, form, assessmentId }: Pick<Assessment, 'childId' | 'form' | 'assessmentId'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.assessment_id as id from assessment a
      join assessment own on own.service_id = a.service_id and own.assessment_id = ${assessmentId}
    where a.service_id = current_service() and a.child_id = ${childId} and a.form = ${form} and a.state in ('sent', 'signed')
      and a.begun_at < own.begun_at
    order by a.begun_at desc limit 1`.execute(tx)
  return rows[0]?.id
}

/** The last form of this kind about a child that was signed before another was begun. */
export async function findLast(
  tx: Work,
  it: Pick<Assessment, 'childId' | 'form' | 'assessmentId'>,
): Promise<OpenedAssessment | undefined> {
  const id = await findLastId(tx, it)
  return id === undefined ? undefined : findAssessment(tx, it.childId, id)
}

/** What was answered in a section of a form that was signed, or in a step of a case, and when. */
export type AnsweredBefore = {
  in: Pick<Assessment, 'form' | 'wording'> | { pathway: string; step: string }
  answers: Answers
  savedAt: Temporal.Instant
}

/**
 * The sections of signed forms about a child, and the steps of the child’s cases, that answer one of these questions, the latest
 * first. Only forms that were begun, and steps that were taken, before this form was begun.
 */
export async function listAnsweredBefore(
  tx: Work,
  { childId, assessmentId }: Pick<Assessment, 'childId' | 'assessmentId'>,
  names: readonly string[],
): Promise<AnsweredBefore[]> {
  const { rows } = await sql<AnsweredBefore>`
    select jsonb_build_object('form', a.form, 'wording', a.wording) as "in", s.answers, s.saved_at as "savedAt"
    from assessment a
      join assessment own on own.service_id = a.service_id and own.assessment_id = ${assessmentId}
      join assessment_section s on s.service_id = a.service_id and s.assessment_id = a.assessment_id
    where a.service_id = current_service() and a.child_id = ${childId} and a.state in ('sent', 'signed')
      and a.begun_at < own.begun_at and s.answers ?| ${[...names]}::text[]
    union all
    select jsonb_build_object('pathway', i.pathway, 'step', m.step), m.answers, m.happened_at
    from involvement i
      join assessment own on own.service_id = i.service_id and own.assessment_id = ${assessmentId}
      join milestone m on m.service_id = i.service_id and m.involvement_id = i.involvement_id
    where i.service_id = current_service() and i.child_id = ${childId} and m.happened_at < own.begun_at
      and m.answers ?| ${[...names]}::text[]
    order by "savedAt" desc`.execute(tx)
  return rows
}

export type NewAssessment = Pick<Assessment, 'childId' | 'involvementId' | 'form' | 'wording'> & {
  serviceId: string
  by: string
  at: Temporal.Instant
}

/** Begins a form. @returns its id */
export async function insertAssessment(tx: Work, it: NewAssessment): Promise<string> {
  const { assessment_id } = await tx
    .insertInto('assessment')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      involvement_id: it.involvementId,
      form: it.form,
      wording: it.wording,
      begun_by: it.by,
      begun_at: it.at,
    })
    .returning('assessment_id')
    .executeTakeFirstOrThrow()
  return assessment_id
}

export type SectionSaid = {
  serviceId: string
  childId: string
  assessmentId: string
  section: string
  answers: Answers
  /** The version that was read; 0 where nobody had saved the section. */
  version: number
  by: string
  at: Temporal.Instant
}

/** Saves the answers of a section of a form that is open. @returns false where somebody else was quicker */
export async function saveSection(tx: Work, it: SectionSaid): Promise<boolean> {
  const { rows } = await sql`
    insert into assessment_section as s (service_id, assessment_id, section, child_id, answers, saved_by, written_by, saved_at)
    select a.service_id, a.assessment_id, ${it.section}, a.child_id, ${JSON.stringify(it.answers)}, ${it.by}, array[${it.by}::uuid],
      ${it.at}
    from assessment a
    where a.service_id = ${it.serviceId} and a.child_id = ${it.childId} and a.assessment_id = ${it.assessmentId}
      and a.state = 'open'
      -- Held, so that it is not signed in the same moment.
    for share
    on conflict (service_id, assessment_id, section) do update
      set answers = excluded.answers, saved_by = excluded.saved_by,
        written_by = array(select distinct unnest(s.written_by || excluded.written_by)), saved_at = excluded.saved_at, version = s.version + 1
      where s.version = ${it.version}
    returning version`.execute(tx)
  return rows.length === 1
}
