import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { NoteInList } from './noteQueries.ts'
import { foundMarks } from './noteSearch.ts'

/** A note that was found, with the parts of it that hold what was typed, and whom it is about. */
export type FoundNote = Omit<NoteInList, 'beginning' | 'length' | 'version' | 'writtenAt'> & {
  fragment: string
  givenName: string
  familyName: string
  knownAs: string
}

export const foundOnPage = 25

const marked = `StartSel="${foundMarks.from}", StopSel="${foundMarks.to}"`
/** A short note is shown whole: fragments leave out its ends. */
const short = `${marked}, HighlightAll=true`
const fragments = `${marked}, MaxFragments=2, MaxWords=30, MinWords=12, ShortWord=0, FragmentDelimiter=" … "`

type Asked = {
  /** As `noteQuery` makes it. */
  query: string[]
  /** Only notes about this child. */
  childId: string | null
  /** Only notes about children in whose case the person has a part. */
  onlyOwn: boolean
  /** The id of the last note on the page before. */
  after: string | null
}

/** The newest notes with these words that the person may read; one more than a page holds. */
export async function findNotes(tx: Work, { query, childId, onlyOwn, after }: Asked): Promise<FoundNote[]> {
  const cursor = after === null ? null : (parseId<'note'>(after) ?? null)
  const { rows } = await sql<FoundNote>`
    select n.note_id as "noteId", n.child_id as "childId", n.kind, n.sensitivity, n.has_third_party as "hasThirdParty",
      n.happened_at as "happenedAt", n.is_day as "isDay", p.name as "writtenBy", c.given_name as "givenName", c.family_name as "familyName",
      c.known_as as "knownAs",
      ts_headline('english', concat_ws(E'\\n', left(n.text, 200000),
        (select string_agg(value, E'\\n') from jsonb_each_text(n.details))), note_query(${query}),
        case when length(n.text) <= 400 then ${short} else ${fragments} end) as fragment
    from find_notes(${query}, ${childId}, ${onlyOwn}, ${cursor}, ${foundOnPage + 1}) f
    join note n on n.service_id = current_service() and n.note_id = f.note_id
    join child c on c.service_id = n.service_id and c.child_id = n.child_id
    join person_account p on p.service_id = n.service_id and p.user_id = n.written_by
    order by n.happened_at desc, n.note_id desc`.execute(tx)
  return rows
}
