import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Merge } from './mergingQueries.ts'

/** How many there are for certain, and how many more there may be: that hangs on what is sorted to which record. */
export type Parted = { sure: number; possible: number }

/**
 * What does not outlast that a merge is taken apart: judgements of an offence that goes to one record while the follow-up goes
 * to the other, and series of which some appointments go and others stay. unmerge_records deletes the first and takes the second
 * apart; the page says so before.
 */
export async function countParted(
  tx: Work,
  { mergeId }: Pick<Merge, 'mergeId'>,
): Promise<{ judgements: Parted; series: Parted }> {
  const { rows } = await sql<{ what: 'judgements' | 'series'; sure: number; possible: number }>`
    with merge as (
      select * from record_merge where service_id = current_service() and merge_id = ${mergeId}),
    -- A case or an offence goes if the merge brought it; one that was added since may go or stay; any other stays.
    side as (
      select e.table_name, coalesce(e.row_key ->> 'involvement_id', e.row_key ->> 'offence_id')::uuid as id,
        case when e.transaction = m.transaction and e.id < m.last_event then 'goes' else 'either' end as side
      from merge m join audit_event e on e.service_id = m.service_id and e.child_id = m.child_id and e.id > m.first_event
      where e.table_name in ('involvement', 'offence') and e.action in ('insert', 'update')
        and e.after ->> 'child_id' = m.child_id::text),
    cases as (
      select i.involvement_id, coalesce(s.side, 'stays') as side
      from merge m join involvement i on i.service_id = m.service_id and i.child_id = m.child_id
      left join side s on s.table_name = 'involvement' and s.id = i.involvement_id),
    judged as (
      select c.side as one, coalesce(own.side, s.side, 'stays') as other
      from merge m join follow_up_offence f on f.service_id = m.service_id and f.child_id = m.child_id
      join cases c on c.involvement_id = f.involvement_id
      join offence o on o.service_id = f.service_id and o.offence_id = f.offence_id
      -- An offence goes where its case goes.
      left join cases own on own.involvement_id = o.involvement_id
      left join side s on s.table_name = 'offence' and s.id = o.offence_id and o.involvement_id is null
      where o.involvement_id is distinct from f.involvement_id),
    planned as (
      select array_agg(distinct c.side) as sides, count(distinct c.involvement_id) as cases
      from merge m join appointment a on a.service_id = m.service_id and a.child_id = m.child_id and a.series_id is not null
      join cases c on c.involvement_id = a.involvement_id
      group by a.series_id)
    select 'judgements' as what, count(*) filter (where 'either' not in (one, other) and one <> other)::int as sure,
      count(*) filter (where 'either' in (one, other))::int as possible from judged
    union all
    select 'series', count(*) filter (where sides @> array['goes', 'stays'])::int,
      count(*) filter (where 'either' = any (sides) and not sides @> array['goes', 'stays'] and cases > 1)::int from planned`.execute(
    tx,
  )
  const of = (what: 'judgements' | 'series'): Parted => {
    const { sure = 0, possible = 0 } = rows.find(row => row.what === what) ?? {}
    return { sure, possible }
  }
  return { judgements: of('judgements'), series: of('series') }
}
