import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isRelated } from './access.ts'
import type { Child } from './child.ts'
import type { SearchTerms } from './searchTerms.ts'

/** Why a child was found: by what, and the other name, the reference or whose phone it is. */
export type Match = {
  by:
    | 'same-name'
    | 'name'
    | 'other-name'
    | 'unused-name'
    | 'birth-date'
    | 'reference'
    | 'old-reference'
    | 'police-reference'
    | 'sent-reference'
    | 'phone'
  what: string
}

/** A child that a search found. */
export type Found = Pick<
  Child,
  'childId' | 'reference' | 'givenName' | 'familyName' | 'knownAs' | 'birthDate' | 'birthDateBasis'
> & { isRestricted: boolean; openCases: number; holders: string[]; matches: Match[] }

export const mostFound = 50

/**
 * The children that fit what was typed, the likeliest first; one more than are shown, so that the page can say that
 * there are more. Hidden children are never among them, and where the reach is 'related' no others than the person's own.
 */
export async function searchChildren(tx: Work, terms: SearchTerms, reach: Reach): Promise<Found[]> {
  const parts = matchesOf(terms)
  if (parts.length === 0) return []
  const onlyOwn = reach === 'related' ? sql`and ${isRelated('c')}` : sql``
  // A name and a date of birth together must both fit.
  const needed = terms.name !== undefined && terms.birthDate !== undefined ? 2 : 1
  const { rows } = await sql<Found>`
    with match (child_id, kind, by, what, likeness) as (${sql.join(parts, sql` union all `)}),
    found as (
      select child_id, sum(likeness) as likeness,
        jsonb_agg(jsonb_build_object('by', by, 'what', what) order by likeness desc) as matches
      from (select distinct on (child_id, kind) * from match order by child_id, kind, likeness desc) best
      group by child_id having count(*) >= ${needed}
    )
    select c.child_id as "childId", c.reference, c.given_name as "givenName", c.family_name as "familyName",
      c.known_as as "knownAs", c.birth_date as "birthDate", c.birth_date_basis as "birthDateBasis",
      exists (
        select from child_restriction r where r.service_id = c.service_id and r.child_id = c.child_id
      ) as "isRestricted",
      (select count(*) from involvement i
        where i.service_id = c.service_id and i.child_id = c.child_id and i.ended_at is null) as "openCases",
      array(select distinct p.name from involvement i
        join person_account p on p.service_id = i.service_id and p.user_id = i.holder_id
        where i.service_id = c.service_id and i.child_id = c.child_id and i.ended_at is null) as holders,
      f.matches
    from found f join child c on c.service_id = current_service() and c.child_id = f.child_id
    where true ${onlyOwn}
    order by f.likeness desc, c.folded_name, c.child_id
    limit ${mostFound + 1}`.execute(tx)
  return rows
}

/** One query for each thing that may have been meant; each answers child_id, kind, by, what and likeness (0 to 2). */
function matchesOf({
  name,
  birthDate,
  reference,
  policeReference,
  phone,
}: SearchTerms): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = []
  if (name !== undefined) {
    parts.push(sql`(select child_id, 'name', case when must_not_be_used then 'unused-name'
        when other_name <> '' then 'other-name'
        when ${isSame(name)} then 'same-name' else 'name' end, case when must_not_be_used then '' else other_name end,
        ${likeness(name)} + case when other_name = '' then 0.05 else 0 end
      from find_children_named(${name}) order by 5 desc limit 500)`)
  }
  if (birthDate) {
    parts.push(sql`select child_id, 'birth-date', 'birth-date', '', 1 from child
      where service_id = current_service() and birth_date = ${birthDate}`)
  }
  if (reference) {
    parts.push(
      sql`select child_id, 'reference', 'reference', '', 2 from child
        where service_id = current_service() and reference = ${reference}`,
      sql`select child_id, 'reference', 'old-reference', gone_reference, 2 from record_merge
        where service_id = current_service() and gone_reference = ${reference} and unmerged_at is null`,
    )
  }
  if (policeReference !== undefined) {
    parts.push(
      sql`select child_id, 'police', 'sent-reference', reference, 1.9 from notification
        where service_id = current_service() and child_id is not null and folded_reference <> '' and folded_reference = ${policeReference}`,
      sql`select child_id, 'police', 'police-reference', police_reference, 2 from offence
        where service_id = current_service() and folded_reference <> '' and folded_reference = ${policeReference}`,
    )
  }
  if (phone !== undefined) {
    parts.push(
      sql`select child_id, 'phone', 'phone', '', 2 from child
        where service_id = current_service() and phone_figures <> '' and phone_figures = ${phone}`,
      sql`select child_id, 'phone', 'phone', name, 1 from child_person
        where service_id = current_service() and phone_figures <> '' and phone_figures = ${phone}`,
    )
  }
  return parts
}

/** Every word that was typed is a word of the name, in any order. */
function isSame(name: string) {
  return sql`string_to_array(${name}, ' ') <@ string_to_array(folded_name, ' ')`
}

function likeness(name: string) {
  return sql`greatest(similarity(folded_name, ${name}), word_similarity(${name}, folded_name) * 0.9,
    case when ${isSame(name)} then 0.95 else 0 end)::float8`
}

/** The child with exactly this reference, or one of its whole names and its date of birth, whose record is restricted from the person. */
export async function findRestricted(
  tx: Work,
  { reference, name, birthDate }: SearchTerms,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select find_restricted_child(${reference ?? null}, ${name ?? null}, ${birthDate ?? null}) as id`.execute(
    tx,
  )
  return rows[0]?.id ?? undefined
}
