import { sql } from 'kysely'
import { foldName } from '../../kernel/names.ts'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Candidate } from './candidate.ts'
import type { Carried } from './loads.ts'

/** Words by which a brother or a sister is called among the people around a child. */
const siblingWords = /\b(step-?|half-?)?(brother|sister|sibling|twin)/i

/** Children other than this one who may be its brothers and sisters, with why: by a name, or by where they live. */
const mayBeSiblings = (childId: string | null, names: readonly string[]) => sql`
  select s.service_id, s.child_id, trim(s.given_name || ' ' || s.family_name) as name,
    case when s.whole_names && ${names}::text[] then 'named' else 'address' end as why
  from child c join child s on s.service_id = c.service_id and s.child_id <> c.child_id and (
    s.whole_names && ${names}::text[]
    or (c.postcode <> '' and s.postcode = c.postcode and c.address <> '' and lower(s.address) = lower(c.address)))
  where c.service_id = current_service() and c.child_id = ${childId}::uuid`

type Row = Omit<Candidate, 'roles' | 'carried'> & Carried & { roles: string[] }

/**
 * Everybody who can sign in, with all that bears on naming them to work with a child. Children named here as those with
 * whom somebody works already are children whom the person who asks may know of.
 * @param childId null: for any child, so without what bears on one child
 */
export async function listCandidates(tx: Work, childId: string | null): Promise<Candidate[]> {
  const { rows: around } = await sql<{ name: string; relationship: string }>`
    select name, relationship from child_person
    where service_id = current_service() and child_id = ${childId}::uuid and ended_at is null`.execute(tx)
  const names = around
    .filter(({ relationship }) => siblingWords.test(relationship))
    .map(({ name }) => foldName(name))
  const { rows } = await sql<Row>`
    with sibling as materialized (${mayBeSiblings(childId, names)}),
    works as materialized (
      select w.service_id, w.user_id, w.child_id from case_worker w
      join involvement i on i.service_id = w.service_id and i.involvement_id = w.involvement_id and i.ended_at is null
      where w.service_id = current_service() and w.until_at is null
        and (w.child_id = ${childId}::uuid or w.child_id in (select child_id from sibling)))
    select a.user_id as "userId", a.name, a.roles, p.minutes_a_week as "minutesAWeek", coalesce(p.days, '{}') as days,
      l.children::int as children, l.cases,
      array(select t.title from worker_term x join work_term t on t.service_id = x.service_id and t.term_id = x.term_id
        where x.service_id = a.service_id and x.user_id = a.user_id and t.kind = 'language' order by t.title) as languages,
      array(select t.title from worker_term x join work_term t on t.service_id = x.service_id and t.term_id = x.term_id
        where x.service_id = a.service_id and x.user_id = a.user_id and t.kind = 'skill' order by t.title) as skills,
      exists (select from works w where w.user_id = a.user_id and w.child_id = ${childId}::uuid) as "worksWithChild",
      coalesce((select jsonb_agg(distinct jsonb_build_object('childId', s.child_id, 'name', s.name, 'why', s.why))
        from works w join sibling s on s.child_id = w.child_id where w.user_id = a.user_id), '[]') as siblings,
      (select jsonb_build_object('from', v.from_on, 'until', v.until_on, 'coverName', c.name,
          'coverAway', array(select jsonb_build_object('from', o.from_on, 'until', o.until_on) from worker_leave o
            where o.service_id = v.service_id and o.user_id = v.covered_by and o.from_on <= v.until_on
              and o.until_on >= v.from_on order by o.from_on))
        from worker_leave v left join person_account c on c.service_id = v.service_id and c.user_id = v.covered_by
        where v.service_id = a.service_id and v.user_id = a.user_id and v.until_on >= current_day()
          and v.from_on <= current_day() + 14
        order by v.from_on limit 1) as leave,
      exists (select from conflict_of_interest x
        where x.service_id = a.service_id and x.child_id = ${childId}::uuid and x.user_id = a.user_id) as "hasConflict",
      exists (select from child_restriction r where r.service_id = a.service_id and r.child_id = ${childId}::uuid)
        and not exists (select from child_access x where x.service_id = a.service_id and x.child_id = ${childId}::uuid
          and x.user_id = a.user_id and x.until is null) as "isNotNamed"
    from person_account a
    left join worker_profile p on p.service_id = a.service_id and p.user_id = a.user_id
    left join loads_of_workers() l on l.user_id = a.user_id
    where a.service_id = current_service() and a.disabled_at is null
    order by a.name, a.user_id`.execute(tx)
  return rows.map(({ children, cases, minutesAWeek, roles, ...row }) => ({
    ...row,
    roles: roles.filter((role): role is Role => isRole(role)),
    carried: { children, cases, minutesAWeek },
  }))
}
