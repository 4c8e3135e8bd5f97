import { type RawBuilder, sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import type { Reach } from '../../platform/access/index.ts'
import { isRelated } from '../children/index.ts'
import type { Assessment, AssessmentState } from './assessment.ts'

/** A long form of the service, as the list of all has it. */
export type ListedForm = Pick<Assessment, 'form' | 'wording' | 'state' | 'begunBy' | 'begunAt'> & {
  id: string
  childId: string
  givenName: string
  familyName: string
  knownAs: string
  reference: string
  /** When it was signed last; null where that was given back or taken back since. */
  signedAt: Temporal.Instant | null
  /** All that was answered; null where the list is of no one form, and nobody asks for it. */
  answers: Answers | null
  /** What was worked out when it was signed: in words, or why there is none, by the names of the form. */
  results: Record<string, string> | null
}

const usualColumns = sql`a.assessment_id as id, a.child_id as "childId", c.given_name as "givenName",
  c.family_name as "familyName", c.known_as as "knownAs", c.reference, a.form, a.wording, a.state, p.name as "begunBy",
  a.begun_at as "begunAt", (select max(s.signed_at) from assessment_signing s
    where a.state in ('sent', 'signed') and s.service_id = a.service_id and s.assessment_id = a.assessment_id
      and s.kind in ('signed', 'countersigned')) as "signedAt"`

const answersOf = sql`(select jsonb_object_agg(e.key, e.value) from assessment_section o, jsonb_each(o.answers) e
  where o.service_id = a.service_id and o.assessment_id = a.assessment_id)`
const resultsOf = sql`(select jsonb_object_agg(r.name, coalesce(nullif(r.words, ''), r.why_none)) from assessment_result r
  where r.service_id = a.service_id and r.assessment_id = a.assessment_id)`

const rest = {
  from: sql`assessment a join child c on c.service_id = a.service_id and c.child_id = a.child_id
    join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by`,
  where: sql<boolean>`a.service_id = current_service() and c.service_id = current_service()`,
  id: sql<string>`a.assessment_id`,
  sorts: { begun: sql`a.begun_at`, child: sql`c.folded_name` },
}

/** The long forms of the service with their children. */
export const allFormsSource: ListSource<ListedForm> = {
  ...rest,
  columns: sql<ListedForm>`${usualColumns}, null::jsonb as answers, null::jsonb as results`,
}

/** The same with all that was answered: for a list of one form. */
export const answeredFormsSource: ListSource<ListedForm> = {
  ...rest,
  columns: sql<ListedForm>`${usualColumns}, ${answersOf} as answers, ${resultsOf} as results`,
}

/** Whoever has begun a form. */
export const hasBegunForms = sql<boolean>`exists (select from assessment f
  where f.service_id = a.service_id and f.begun_by = a.user_id)`

/** What the list is narrowed to. */
export type AllFormsFilter = {
  reach: Reach
  form: string | undefined
  state: AssessmentState | undefined
  by: string | undefined
  begun: Days
}

/** The conditions that a filter comes to: the days are those of the clock on the wall. */
export function allFormsConditions({ reach, form, state, by, begun }: AllFormsFilter): RawBuilder<boolean>[] {
  const midnight = (day: Temporal.PlainDate) => sql`(${day}::date)::timestamp at time zone 'Europe/London'`
  return [
    ...(reach === 'related' ? [isRelated('a')] : []),
    ...(form === undefined ? [] : [sql<boolean>`a.form = ${form}`]),
    ...(state === undefined ? [] : [sql<boolean>`a.state = ${state}`]),
    ...(by === undefined ? [] : [sql<boolean>`a.begun_by = ${by}`]),
    ...(begun.from === undefined ? [] : [sql<boolean>`a.begun_at >= ${midnight(begun.from)}`]),
    ...(begun.to === undefined ? [] : [sql<boolean>`a.begun_at < ${midnight(begun.to.add({ days: 1 }))}`]),
  ]
}
