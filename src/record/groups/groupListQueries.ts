import { sql } from 'kysely'
import type { ListSource } from '../../engine/lists/index.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { within } from './groupQueries.ts'

/** A group in the list of groups. */
export type ListedGroup = { id: string; title: string; isClosed: boolean }

/** The groups of the service. */
export const groupSource: ListSource<ListedGroup> = {
  columns: sql<ListedGroup>`g.group_id as id, g.title, g.closed_at is not null as "isClosed"`,
  from: sql`group_programme g`,
  where: sql<boolean>`g.service_id = current_service()`,
  id: sql<string>`g.group_id`,
  sorts: { title: sql`g.title` },
}

/** How many children are in a group, when it meets, and who came so far. */
export type GroupCount = {
  members: number
  next: Temporal.Instant | null
  last: Temporal.Instant | null
  kept: number
  missed: number
}

/** The counts of every group of the service by its id: a service has a few dozen. Children are counted within what one may see. */
export async function countGroups(
  tx: Work,
  reach: Reach,
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, GroupCount>> {
  const { rows } = await sql<GroupCount & { groupId: string }>`
    select g.group_id as "groupId", s.next, s.last, coalesce(m.members, 0) as members, coalesce(a.kept, 0) as kept,
      coalesce(a.missed, 0) as missed
    from group_programme g
    left join (select group_id, min(starts_at) filter (where starts_at > ${now}) as next,
        max(starts_at) filter (where starts_at <= ${now}) as last
      from group_session where service_id = current_service() and cancelled_at is null group by group_id) s
      on s.group_id = g.group_id
    left join (select m.group_id, count(*)::int as members from group_member m
      where m.service_id = current_service() and m.left_at is null and ${within(reach, 'm')} group by m.group_id) m
      on m.group_id = g.group_id
    left join (select s.group_id, count(*) filter (where a.state = 'kept')::int as kept,
        count(*) filter (where a.state = 'missed')::int as missed
      from appointment a join group_session s on s.service_id = a.service_id and s.session_id = a.session_id
      where a.service_id = current_service() and ${within(reach, 'a')} group by s.group_id) a
      on a.group_id = g.group_id
    where g.service_id = current_service()`.execute(tx)
  return new Map(rows.map(row => [row.groupId, row]))
}
