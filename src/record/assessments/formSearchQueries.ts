import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment } from './assessment.ts'

/** A section of a long form that was found, with the parts of its answers that hold what was typed. */
export type FoundSection = Pick<Assessment, 'assessmentId' | 'childId' | 'form' | 'wording' | 'state'> & {
  section: string
  fragment: string
  savedAt: Temporal.Instant
  savedBy: string
  givenName: string
  familyName: string
  knownAs: string
}

/** So many are shown; whoever wants others uses other words. */
export const mostSections = 25

type Asked = {
  /** As `noteQuery` makes it. */
  query: string[]
  /** Only forms about this child. */
  childId: string | null
  /** Only forms about children in whose case the person has a part. */
  onlyOwn: boolean
  /** What stands before and after a word that was found. */
  marks: { from: string; to: string }
}

/** The sections of long forms with these words, those saved last first; one more than is shown. */
export async function findSections(
  tx: Work,
  { query, childId, onlyOwn, marks }: Asked,
): Promise<FoundSection[]> {
  const words = `StartSel="${marks.from}", StopSel="${marks.to}", MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0, FragmentDelimiter=" … "`
  const { rows } = await sql<FoundSection>`
    select s.assessment_id as "assessmentId", s.child_id as "childId", a.form, a.wording, a.state, s.section,
      s.saved_at as "savedAt", p.name as "savedBy", c.given_name as "givenName", c.family_name as "familyName",
      c.known_as as "knownAs",
      ts_headline('english', (select string_agg(each #>> '{}', E'\\n') from jsonb_path_query(s.answers, '$.**') each
        where jsonb_typeof(each) = 'string'), note_query(${query}), ${words}) as fragment
    from find_form_sections(${query}, ${childId}, ${onlyOwn}, ${mostSections + 1}) f
      join assessment_section s on s.service_id = current_service() and s.assessment_id = f.assessment_id and s.section = f.section
      join assessment a on a.service_id = s.service_id and a.assessment_id = s.assessment_id
      join child c on c.service_id = s.service_id and c.child_id = s.child_id
      join person_account p on p.service_id = s.service_id and p.user_id = s.saved_by
    order by s.saved_at desc, s.assessment_id desc, s.section`.execute(tx)
  return rows
}
