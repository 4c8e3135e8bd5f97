import { sql } from 'kysely'
import type { Answers } from '../../engine/forms/index.ts'
import type { AgendaKind } from '../../engine/forums/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Child } from '../../record/children/index.ts'

export type ItemState = 'waiting' | 'decided' | 'withdrawn'

/** What stands on an agenda, or waits for one. */
export type Item = {
  itemId: string
  forum: string
  kind: AgendaKind
  childId: string | null
  childName: string
  birthDate: Temporal.PlainDate | null
  birthDateBasis: Child['birthDateBasis']
  involvementId: string | null
  /** Of a paper. */
  title: string
  meetingId: string | null
  /** The day of its meeting; undefined while it waits for one. */
  meetsOn: Temporal.PlainDate | null
  meetingState: string | null
  dueOn: Temporal.PlainDate | null
  place: number
  referral: Answers
  referredBy: string
  referredById: string
  referredAt: Temporal.Instant
  followsId: string | null
  state: ItemState
  decision: string | null
  decisionAnswers: Answers
  reasons: string
  dissent: string
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  withdrawnReason: string
  milestoneId: string | null
  /** The seats that have brought something. */
  returned: string[]
  version: number
}

const item = sql`
  select i.item_id as "itemId", i.forum, i.kind, i.child_id as "childId",
    coalesce(trim(c.given_name || ' ' || c.family_name), '') as "childName", c.birth_date as "birthDate", c.birth_date_basis as "birthDateBasis",
    i.involvement_id as "involvementId", i.title, i.meeting_id as "meetingId", m.on_day as "meetsOn", m.state as "meetingState",
    i.due_on as "dueOn", i.place, i.referral, r.name as "referredBy", i.referred_by as "referredById", i.referred_at as "referredAt",
    i.follows_id as "followsId", i.state, i.decision, i.decision_answers as "decisionAnswers", i.reasons, i.dissent,
    d.name as "decidedBy", i.decided_at as "decidedAt", i.withdrawn_reason as "withdrawnReason", i.milestone_id as "milestoneId",
    (select coalesce(array_agg(b.seat), '{}') from forum_return b where b.service_id = i.service_id and b.item_id = i.item_id) as returned,
    i.version
  from forum_item i
    left join child c on c.service_id = i.service_id and c.child_id = i.child_id
    left join forum_meeting m on m.service_id = i.service_id and m.meeting_id = i.meeting_id
    join person_account r on r.service_id = i.service_id and r.user_id = i.referred_by
    left join person_account d on d.service_id = i.service_id and d.user_id = i.decided_by
  where i.service_id = current_service()`

/** The agenda of a meeting in its order; what was withdrawn is not on it. */
export async function listAgenda(tx: Work, meetingId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`${item} and i.meeting_id = ${meetingId} and i.state <> 'withdrawn'
    order by i.place, i.item_id`.execute(tx)
  return rows
}

/** What waits for a meeting of a forum that is not planned yet, what is due first before the rest. */
export async function listWaiting(tx: Work, forum: string): Promise<Item[]> {
  const { rows } =
    await sql<Item>`${item} and i.forum = ${forum} and i.meeting_id is null and i.state = 'waiting'
    order by i.due_on, i.item_id`.execute(tx)
  return rows
}

/** What somebody has put on agendas of a forum and is not decided yet. */
export async function listBrought(tx: Work, forum: string, by: string): Promise<Item[]> {
  const { rows } = await sql<Item>`${item} and i.forum = ${forum} and i.referred_by = ${by}
    order by i.state = 'waiting' desc, m.on_day desc nulls first, i.item_id desc limit 50`.execute(tx)
  return rows
}

/** The meetings at which a child is or was discussed, the latest first. */
export async function listOfChild(tx: Work, childId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`${item} and i.child_id = ${childId}
    order by i.state = 'waiting' desc, coalesce(m.on_day, i.due_on) desc, i.item_id desc`.execute(tx)
  return rows
}

/** An item by its id; undefined where there is none, or it may not be known of. */
export async function findItem(
  tx: Work,
  itemId: string,
  use: 'to-read' | 'to-move' = 'to-read',
): Promise<Item | undefined> {
  const id = parseId<'item'>(itemId)
  if (!id) return undefined
  if (use === 'to-move')
    await sql`select from forum_item where service_id = current_service() and item_id = ${id} for update`.execute(
      tx,
    )
  const { rows } = await sql<Item>`${item} and i.item_id = ${id}`.execute(tx)
  return rows[0]
}

/** What came back, or is to, because of a decision; undefined where nothing does. */
export async function findFollowing(tx: Work, itemId: string): Promise<Item | undefined> {
  const { rows } = await sql<Item>`${item} and i.follows_id = ${itemId} and i.state <> 'withdrawn'`.execute(
    tx,
  )
  return rows[0]
}

/** Something new for an agenda: of a meeting, or of the first that is planned from a day on. */
export type NewItem = {
  serviceId: string
  forum: string
  childId?: string | undefined
  involvementId?: string | undefined
  title?: string
  meetingId?: string | undefined
  dueOn?: Temporal.PlainDate | undefined
  referral: Answers
  by: string
  at: Temporal.Instant
  followsId?: string
}

/** Puts something on an agenda, at its end; or lets it wait for a meeting. @returns its id */
export async function insertItem(tx: Work, it: NewItem): Promise<string> {
  const { item_id } = await tx
    .insertInto('forum_item')
    .values(eb => ({
      service_id: it.serviceId,
      forum: it.forum,
      kind: it.childId === undefined ? 'paper' : 'child',
      child_id: it.childId ?? null,
      involvement_id: it.involvementId ?? null,
      title: it.title ?? '',
      meeting_id: it.meetingId ?? null,
      due_on: it.dueOn ?? null,
      place: eb
        .selectFrom('forum_item as other')
        .select(sql<number>`coalesce(max(other.place), 0) + 1`.as('place'))
        .where('other.service_id', '=', it.serviceId)
        .where('other.meeting_id', '=', it.meetingId ?? null),
      referral: JSON.stringify(it.referral),
      referred_by: it.by,
      referred_at: it.at,
      follows_id: it.followsId ?? null,
    }))
    .returning('item_id')
    .executeTakeFirstOrThrow()
  return item_id
}

/** Whether a child stands on the agenda of a meeting already, or waits for one of this forum. */
export async function isBrought(
  tx: Work,
  forum: string,
  childId: string,
  meetingId: string | undefined,
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from forum_item i where i.service_id = current_service() and i.forum = ${forum}
      and i.child_id = ${childId} and i.state = 'waiting'
      and i.meeting_id is not distinct from ${meetingId ?? null}::uuid) as is`.execute(tx)
  return rows[0]?.is ?? false
}

type OfItem = Pick<Item, 'itemId' | 'version'>

/** What of an item can be changed. */
type ItemChange = Partial<{
  meetingId: string | null
  dueOn: Temporal.PlainDate | null
  place: number
  state: ItemState
  decision: string | null
  decisionAnswers: Answers
  reasons: string
  dissent: string
  decidedBy: string | null
  decidedAt: Temporal.Instant | null
  withdrawnReason: string
  milestoneId: string | null
}>

/** Changes an item, unless somebody else has since it was read. */
export async function changeItem(tx: Work, { itemId, version }: OfItem, to: ItemChange): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('forum_item')
    .set(eb => ({
      ...(to.meetingId !== undefined && { meeting_id: to.meetingId }),
      ...(to.dueOn !== undefined && { due_on: to.dueOn }),
      ...(to.place !== undefined && { place: to.place }),
      ...(to.state !== undefined && { state: to.state }),
      ...(to.decision !== undefined && { decision: to.decision }),
      ...(to.decisionAnswers !== undefined && { decision_answers: JSON.stringify(to.decisionAnswers) }),
      ...(to.reasons !== undefined && { reasons: to.reasons }),
      ...(to.dissent !== undefined && { dissent: to.dissent }),
      ...(to.decidedBy !== undefined && { decided_by: to.decidedBy }),
      ...(to.decidedAt !== undefined && { decided_at: to.decidedAt }),
      ...(to.withdrawnReason !== undefined && { withdrawn_reason: to.withdrawnReason }),
      ...(to.milestoneId !== undefined && { milestone_id: to.milestoneId }),
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Puts what waits for a meeting onto those that are planned: each onto the first from its day on. @returns how many found one */
export async function placeWaiting(tx: Work, forum: string, from: Temporal.PlainDate): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update forum_item i set meeting_id = found.meeting_id, place = found.place, version = i.version + 1
    from (
      select w.item_id, m.meeting_id, 1000 + row_number() over (order by w.due_on, w.item_id) as place
      from forum_item w cross join lateral (
        select m.meeting_id from forum_meeting m
        where m.service_id = w.service_id and m.forum = w.forum and m.state = 'planned' and m.on_day >= greatest(w.due_on, ${from})
          and not exists (select from forum_item o where o.service_id = w.service_id and o.meeting_id = m.meeting_id
            and o.child_id = w.child_id and o.state <> 'withdrawn')
        order by m.on_day, m.at_time limit 1) m
      where w.service_id = current_service() and w.forum = ${forum} and w.meeting_id is null and w.state = 'waiting') found
    where i.service_id = current_service() and i.item_id = found.item_id`.execute(tx)
  return Number(numAffectedRows)
}
