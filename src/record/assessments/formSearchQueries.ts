import { sql } from 'kysely'
import { givenAnswers } from '../../engine/assessments/index.ts'
import { type Answers, answerWords } from '../../engine/forms/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'
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

type Row = Omit<FoundSection, 'fragment'> & { answers: Answers }

/**
 * The sections of long forms with these words, those saved last first; one more than is shown. What is read is what the form says,
 * in words: an answer to a question that is not asked any more is not found.
 */
export async function findSections(
  tx: Work,
  { query, childId, onlyOwn, marks }: Asked,
): Promise<FoundSection[]> {
  const { rows } = await sql<Row>`
    select s.assessment_id as "assessmentId", s.child_id as "childId", a.form, a.wording, a.state, s.section,
      s.saved_at as "savedAt", p.name as "savedBy", c.given_name as "givenName", c.family_name as "familyName",
      c.known_as as "knownAs",
      (select jsonb_object_agg(e.key, e.value) from assessment_section o, jsonb_each(o.answers) e
        where o.service_id = s.service_id and o.assessment_id = s.assessment_id) as answers
    from find_form_sections(${query}, ${childId}, ${onlyOwn}, ${mostSections + 1}) f
      join assessment_section s on s.service_id = current_service() and s.assessment_id = f.assessment_id and s.section = f.section
      join assessment a on a.service_id = s.service_id and a.assessment_id = s.assessment_id
      join child c on c.service_id = s.service_id and c.child_id = s.child_id
      join person_account p on p.service_id = s.service_id and p.user_id = s.saved_by
    order by s.saved_at desc, s.assessment_id desc, s.section`.execute(tx)
  const fragments = await fragmentsOf(tx, rows.map(wordsOf), query, marks)
  return rows.flatMap(({ answers: _, ...row }, index) => {
    const fragment = fragments[index]
    return typeof fragment === 'string' ? [{ ...row, fragment }] : []
  })
}

/** What a section says, as it is read: every answer in words, a line each. */
function wordsOf({ form, wording, section, answers }: Row): string {
  const version = findAssessmentForm(practiceInUse(), form)?.versions[wording]
  const fields = version?.sections[section]?.fields
  if (!version || !fields) return ''
  return answerWords(fields, givenAnswers(version, answers))
    .map(({ answer }) => answer)
    .join('\n')
}

/** The parts of each text around the words asked for, marked; null where a text does not hold them. */
async function fragmentsOf(
  tx: Work,
  texts: readonly string[],
  query: readonly string[],
  marks: Asked['marks'],
): Promise<(string | null)[]> {
  if (texts.length === 0) return []
  const how = `StartSel="${marks.from}", StopSel="${marks.to}", MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0, FragmentDelimiter=" … "`
  const { rows } = await sql<{ fragment: string | null }>`
    select case when to_tsvector('english', t.words) @@ note_query(${[...query]})
      then ts_headline('english', t.words, note_query(${[...query]}), ${how}) end as fragment
    from unnest(${[...texts]}::text[]) with ordinality t (words, place) order by t.place`.execute(tx)
  return rows.map(({ fragment }) => fragment)
}
