import { sql } from 'kysely'
import { type Answers, chosenIn, type Fields } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { formTitle } from '../assessments/index.ts'

/** Something in the record that says whether somebody was harmed. */
type Said = { source: string; isHarmed: boolean; at: Temporal.Instant }

/**
 * Where the record says that somebody was harmed, as a person reads it; '' where the latest that says anything says that nobody
 * was, or nothing does. Looked at are the signed forms and the steps of the case that the plan is for, by the questions that are
 * marked (`saysHarmed`).
 */
export async function readHarmSaid(tx: Work, childId: string, planId: string): Promise<string> {
  const said = [...(await inForms(tx, childId, planId)), ...(await inCase(tx, childId, planId))]
  const last = said.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at)).at(-1)
  return last?.isHarmed ? last.source : ''
}

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

async function inForms(tx: Work, childId: string, planId: string): Promise<Said[]> {
  const versions = practiceInUse().assessments.flatMap(form =>
    Object.entries(form.versions).flatMap(([wording, { sections }]) =>
      Object.entries(sections).map(([section, { fields }]) => ({ form: form.id, wording, section, fields })),
    ),
  )
  const names = [...new Set(versions.flatMap(({ fields }) => questionsIn(fields)))]
  if (names.length === 0) return []
  const { rows } = await sql<{
    form: string
    wording: string
    section: string
    answers: Answers
    at: Temporal.Instant
  }>`
    select a.form, a.wording, s.section, s.answers, s.saved_at as at
    from plan p join assessment a on a.service_id = p.service_id and a.child_id = p.child_id
        and (a.involvement_id is null or p.involvement_id is null or a.involvement_id = p.involvement_id)
      join assessment_section s on s.service_id = a.service_id and s.assessment_id = a.assessment_id
    where p.service_id = current_service() and p.child_id = ${childId} and p.plan_id = ${planId}
      and a.state in ('sent', 'signed') and s.answers ?| ${names}::text[]`.execute(tx)
  return rows.flatMap(({ form, wording, section, answers, at }) => {
    const fields = versions.find(
      each => each.form === form && each.wording === wording && each.section === section,
    )?.fields
    const isHarmed = fields && harmIn(fields, answers)
    const source = `${formTitle(form)}, ${writeDate(dayInUk(at))},`
    return isHarmed === undefined ? [] : [{ source, isHarmed, at }]
  })
}

async function inCase(tx: Work, childId: string, planId: string): Promise<Said[]> {
  const { rows } = await sql<{ pathway: string; step: string; answers: Answers; at: Temporal.Instant }>`
    select i.pathway, m.step, m.answers, m.happened_at as at
    from plan p join involvement i on i.service_id = p.service_id and i.involvement_id = p.involvement_id
      join milestone m on m.service_id = i.service_id and m.involvement_id = i.involvement_id
    where p.service_id = current_service() and p.child_id = ${childId} and p.plan_id = ${planId}`.execute(tx)
  return rows.flatMap(({ pathway, step, answers, at }) => {
    const its = findPathway(practiceInUse(), pathway)?.steps[step]
    const isHarmed = its && harmIn(its.fields, answers)
    const source = `“${its?.done}” of the case, ${writeDate(dayInUk(at))},`
    return isHarmed === undefined ? [] : [{ source, isHarmed, at }]
  })
}
