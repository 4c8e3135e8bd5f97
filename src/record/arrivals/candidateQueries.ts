import { sql } from 'kysely'
import { foldName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Candidate, Described } from './matching.ts'

const mostCandidates = 30

/**
 * Children of the service who may be the one described: a name or another name that is alike (trigrams), or a date of
 * birth that is the same, or the same with day and month exchanged. Children hidden from the person are not among them.
 */
export async function findCandidates(tx: Work, described: Described): Promise<Candidate[]> {
  const names = described.names.map(foldName).filter(name => name !== '')
  // An estimate finds nobody by itself: with a name it speaks for somebody of about that age.
  const birthDate = described.birth?.basis === 'known' ? described.birth.date : undefined
  const exchanged =
    birthDate && birthDate.day <= 12
      ? birthDate.with({ month: birthDate.day, day: birthDate.month })
      : undefined
  const births = [birthDate, exchanged].filter(date => date !== undefined).map(String)
  const { rows } = await sql<Candidate>`
    with said as (select unnest(${names}::text[]) as name),
    named as (
      select distinct on (n.child_id) n.child_id, similarity(n.folded_name, s.name) as likeness, n.other_name as name, n.must_not_be_used
      from said s cross join lateral find_children_named(s.name) n
      order by n.child_id, likeness desc
    ),
    found as (
      select child_id from named
      union select child_id from child where service_id = current_service() and birth_date = any (${births}::date[])
    )
    select c.child_id as "childId", c.reference, c.given_name as "givenName", c.family_name as "familyName",
      c.birth_date as "birthDate", c.birth_date_basis as "birthDateBasis", c.postcode, c.phone, c.school,
      coalesce(d.likeness, 0)::float8 as likeness, case when d.must_not_be_used then '' else coalesce(nullif(d.name, ''), c.given_name || ' ' || c.family_name) end as "likestName",
      (select count(*) from involvement i
        where i.service_id = c.service_id and i.child_id = c.child_id and i.ended_at is null) as "openCases",
      coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'mustNotBeUsed', n.must_not_be_used) order by n.name)
        from child_name n where n.service_id = c.service_id and n.child_id = c.child_id), '[]') as "otherNames"
    from found f join child c on c.service_id = current_service() and c.child_id = f.child_id left join named d on d.child_id = c.child_id
    order by coalesce(d.likeness, 0) + case when c.birth_date = any (${births}::date[]) then 1 else 0 end desc, c.reference
    limit ${mostCandidates}`.execute(tx)
  return rows
}
