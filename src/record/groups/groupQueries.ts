import { type RawBuilder, sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isRelated } from '../children/index.ts'
import type { Group, Member } from './group.ts'

/** The children of a table whom a person may see, beside what row-level security takes away. */
export function within(reach: Reach, table: string): RawBuilder<boolean> {
  return reach === 'related' ? isRelated(table) : sql<boolean>`true`
}

export async function findGroup(tx: Work, groupId: string): Promise<Group | undefined> {
  const id = parseId<'group'>(groupId)
  if (!id) return undefined
  const { rows } = await sql<Group>`
    select group_id as "groupId", title, about, closed_at as "closedAt", version from group_programme
    where service_id = current_service() and group_id = ${id}`.execute(tx)
  return rows[0]
}

type GroupSaid = Pick<Group, 'title' | 'about'>

/** @returns its id */
export async function insertGroup(tx: Work, serviceId: string, it: GroupSaid): Promise<string> {
  const row = await tx
    .insertInto('group_programme')
    .values({ service_id: serviceId, ...it })
    .returning('group_id')
    .executeTakeFirstOrThrow()
  return row.group_id
}

/** Changes a group, unless somebody else has since it was read. */
export async function changeGroup(
  tx: Work,
  { groupId, version }: Pick<Group, 'groupId' | 'version'>,
  { closedAt, ...said }: GroupSaid & Pick<Group, 'closedAt'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('group_programme')
    .set(eb => ({ ...said, closed_at: closedAt, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('group_id', '=', groupId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** The children who are in a group now and whom one may see, by name. */
export async function listMembers(tx: Work, groupId: string, reach: Reach): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.member_id as "memberId", m.child_id as "childId", m.involvement_id as "involvementId",
      c.given_name as "givenName", c.family_name as "familyName", c.known_as as "knownAs", i.pathway,
      m.joined_at as "joinedAt"
    from group_member m
    join child c on c.service_id = m.service_id and c.child_id = m.child_id
    join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    where m.service_id = current_service() and m.group_id = ${groupId} and m.left_at is null and ${within(reach, 'm')}
    order by c.folded_name, m.member_id`.execute(tx)
  return rows
}

/** A case through which a child can join. */
export type Joinable = Omit<Member, 'memberId' | 'joinedAt'> & { isMine: boolean }

/** So many cases can be offered on one page; beyond that a worker narrows them to their own. */
export const mostJoinable = 300

/** Open cases of children who are not in the group, those in which one has a part first. */
export async function listJoinable(
  tx: Work,
  groupId: string,
  { reach, worker }: { reach: Reach; worker: string },
): Promise<Joinable[]> {
  const { rows } = await sql<Joinable>`
    select i.child_id as "childId", i.involvement_id as "involvementId", c.given_name as "givenName",
      c.family_name as "familyName", c.known_as as "knownAs", i.pathway,
      coalesce(i.holder_id = ${worker}, false) as "isMine"
    from involvement i join child c on c.service_id = i.service_id and c.child_id = i.child_id
    where i.service_id = current_service() and i.ended_at is null and ${within(reach, 'i')} and not exists (
      select from group_member m where m.service_id = i.service_id and m.group_id = ${groupId}
        and m.child_id = i.child_id and m.left_at is null)
    order by coalesce(i.holder_id = ${worker}, false) desc, c.folded_name, i.involvement_id
    limit ${mostJoinable}`.execute(tx)
  return rows
}

/** Adds a child to a group; nothing happens where the case is in it already. */
export async function insertMember(
  tx: Work,
  it: { serviceId: string; groupId: string; at: Temporal.Instant } & Pick<
    Member,
    'childId' | 'involvementId'
  >,
): Promise<void> {
  await sql`
    insert into group_member (service_id, group_id, child_id, involvement_id, joined_at)
    values (${it.serviceId}, ${it.groupId}, ${it.childId}, ${it.involvementId}, ${it.at})
    on conflict (service_id, group_id, involvement_id) where left_at is null do nothing`.execute(tx)
}

/** A child leaves: what is still planned for them in the group is cancelled, what was recorded stays. */
export async function endMember(
  tx: Work,
  groupId: string,
  { memberId, involvementId }: Pick<Member, 'memberId' | 'involvementId'>,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update group_member set left_at = greatest(joined_at, ${at}::timestamptz)
    where service_id = current_service() and member_id = ${memberId} and left_at is null`.execute(tx)
  await sql`
    update appointment a set state = 'cancelled', recorded_at = ${at}, version = a.version + 1
    from group_session s
    where a.service_id = current_service() and s.service_id = a.service_id and s.session_id = a.session_id
      and s.group_id = ${groupId} and a.involvement_id = ${involvementId} and a.state = 'planned'
      and a.starts_at > ${at}`.execute(tx)
}
