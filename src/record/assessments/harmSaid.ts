import { type RawBuilder, sql } from 'kysely'
import { fieldsOf, givenAnswers } from '../../engine/assessments/index.ts'
import { type Answers, chosenIn, type Fields } from '../../engine/forms/index.ts'
import { findAssessmentForm, findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'

/** Something in the record that says whether somebody was harmed: where, as a person reads it, and the form or the step it is of. */
type Said = { source: string; of: string; isHarmed: boolean; at: Temporal.Instant }

/** For what is asked: a case of the child, or none; and a form that does not count, because it is the one that asks. */
export type HarmAsked = { caseId: RawBuilder<string | null>; except?: string }

/**
 * Where the record says that somebody was harmed, as a person reads it; '' where nothing does. Looked at are the signed forms and the
 * steps of the case, by the questions that are marked (`saysHarmed`). Of the same form, or the same step, the latest holds; what one
 * form says is not taken back by another that says that nobody was harmed, for they may have asked of something else.
 */
export async function readHarmSaid(tx: Work, childId: string, asked: HarmAsked): Promise<string> {
  const said = [...(await inForms(tx, childId, asked)), ...(await inCase(tx, childId, asked))].toSorted(
    (one, other) => Temporal.Instant.compare(one.at, other.at),
  )
  const latest = new Map(said.map(each => [each.of, each]))
  return [...latest.values()].findLast(({ isHarmed }) => isHarmed)?.source ?? ''
}

/** Whether the child’s side was told of somebody who was harmed, and not that it was a mistake. */
export async function isSomebodyKnown(tx: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ isKnown: boolean }>`
    select exists (select from (select distinct on (victim_id) is_withdrawn from victim_voice
      where service_id = current_service() and child_id = ${childId}
      order by victim_id, recorded_at desc, voice_id desc) v where not v.is_withdrawn) as "isKnown"`.execute(
    tx,
  )
  return rows[0]?.isKnown ?? false
}

/** Whether answers say of what happened that nobody was harmed, or that it is not known. */
export const deniesHarm = (fields: Fields, answers: Answers): boolean => harmIn(fields, answers) === false

const questionsIn = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'choice' && field.saysHarmed ? [name] : [],
  )

/** What the answers to the marked questions say; undefined where none was answered. */
function harmIn(fields: Fields, answers: Answers): boolean | undefined {
  const answered = questionsIn(fields).filter(name => answers[name] !== undefined)
  if (answered.length === 0) return undefined
  return answered.some(name => {
    const field = fields[name]
    const harmful = field?.kind === 'choice' ? (field.saysHarmed ?? []) : []
    return chosenIn(answers[name]).some(value => harmful.includes(value))
  })
}

async function inForms(tx: Work, childId: string, { caseId, except }: HarmAsked): Promise<Said[]> {
  const { assessments } = practiceInUse()
  const names = new Set(
    assessments.flatMap(({ versions }) =>
      Object.values(versions).flatMap(each => questionsIn(fieldsOf(each))),
    ),
  )
  if (names.size === 0) return []
  const { rows } = await sql<{ form: string; wording: string; answers: Answers; at: Temporal.Instant }>`
    select a.form, a.wording, jsonb_object_agg(e.key, e.value) as answers,
      max(s.saved_at) filter (where s.answers ?| ${[...names]}::text[]) as at
    from assessment a
      join assessment_section s on s.service_id = a.service_id and s.assessment_id = a.assessment_id
      cross join jsonb_each(s.answers) e
    where a.service_id = current_service() and a.child_id = ${childId} and a.state in ('sent', 'signed')
      and (a.involvement_id is null or ${caseId}::uuid is null or a.involvement_id = ${caseId}::uuid)
      and a.assessment_id is distinct from ${except ?? null}
    group by a.assessment_id, a.form, a.wording
    having bool_or(s.answers ?| ${[...names]}::text[])`.execute(tx)
  return rows.flatMap(({ form, wording, answers, at }) => {
    const definition = findAssessmentForm(practiceInUse(), form)
    const version = definition?.versions[wording]
    // What hangs on an answer that was changed since is kept, and is no part of what the form says.
    const isHarmed = version && harmIn(fieldsOf(version), givenAnswers(version, answers))
    const source = `${definition?.title ?? form}, ${writeDate(dayInUk(at))},`
    return isHarmed === undefined ? [] : [{ source, of: `form ${form}`, isHarmed, at }]
  })
}

async function inCase(tx: Work, childId: string, { caseId }: HarmAsked): Promise<Said[]> {
  const { rows } = await sql<{ pathway: string; step: string; answers: Answers; at: Temporal.Instant }>`
    select i.pathway, m.step, m.answers, m.happened_at as at
    from involvement i join milestone m on m.service_id = i.service_id and m.involvement_id = i.involvement_id
    where i.service_id = current_service() and i.child_id = ${childId} and i.involvement_id = ${caseId}::uuid`.execute(
    tx,
  )
  return rows.flatMap(({ pathway, step, answers, at }) => {
    const its = findPathway(practiceInUse(), pathway)?.steps[step]
    const isHarmed = its && harmIn(its.fields, answers)
    const source = `“${its?.done}” of the case, ${writeDate(dayInUk(at))},`
    return isHarmed === undefined ? [] : [{ source, of: `step ${pathway} ${step}`, isHarmed, at }]
  })
}
