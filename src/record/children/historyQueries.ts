import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** What History shows: everything, only what was changed, or only who looked. */
export type HistoryFilter = 'all' | 'changes' | 'looks'

/** An event of the audit about a child. Long values are cut: the whole stands where it was written. */
export type HistoryEvent = {
  id: number
  at: Temporal.Instant
  person: string | null
  action: 'insert' | 'update' | 'delete' | 'view' | 'event'
  purpose: string | null
  reason: string | null
  tableName: string | null
  before: Record<string, string | null> | null
  after: Record<string, string | null> | null
}

export const historyPageSize = 50

const actionsOf: Record<HistoryFilter, string[]> = {
  all: ['insert', 'update', 'delete', 'view', 'event'],
  changes: ['insert', 'update', 'delete'],
  looks: ['view', 'event'],
}

export type HistoryAsked = {
  childId: string
  filter: HistoryFilter
  /** Only events with a smaller number than this. */
  before: number | undefined
  /** Whether the reader may know of conflicts of interest: they say something about colleagues. */
  withConflicts: boolean
}

const passedOver = ['version', 'child_id', 'other_id', 'is_merged_away']

/** The words of a step are taken apart where they are shown, and cut there. */
const shown = sql`case key when 'words' then value::text else left(value #>> '{}', 400) end`

/** Who changed and who looked, the newest first; one more than a page, so that it shows whether there is another. */
export async function listHistory(tx: Work, asked: HistoryAsked): Promise<HistoryEvent[]> {
  const { childId, filter, before, withConflicts } = asked
  const most = historyPageSize + 1
  const earlier = before ?? Number.MAX_SAFE_INTEGER
  const actions = actionsOf[filter]
  const { rows } = await sql<HistoryEvent>`
    with record (child_id) as (
      select ${childId}::uuid
      union all
      -- Merged into this one: its history goes on here, and stands in the audit as it was written.
      select m.gone_id from record_merge m
      where m.service_id = current_service() and m.child_id = ${childId} and m.unmerged_at is null
    ),
    told as (
      select e.* from record r cross join lateral (
        select a.id, a.at, a.person_id, a.action, a.purpose, a.reason, a.table_name, a.before, a.after from audit_event a
        where a.service_id = current_service() and a.child_id = r.child_id
          and (${withConflicts} or a.table_name is distinct from 'conflict_of_interest')
          -- A version alone is counted up to keep two people from writing over one another, and a row that was only moved by
          -- a merge says what it said: nothing has changed.
          and (a.action <> 'update' or a.after - ${passedOver}::text[] <> '{}')
          and a.action = any (${actions}) and a.id < ${earlier}
        order by a.id desc limit ${most}) e
      union all
      select v.id, v.at, v.person_id, 'view', v.purpose, null, null, null, null
      from list_views_of(array(select child_id from record), ${earlier}, ${most}) v where 'view' = any (${actions}))
    select e.id, e.at, coalesce(p.name, s.name) as person, e.action, e.purpose, e.reason, e.table_name as "tableName",
      (select jsonb_object_agg(key, ${shown}) from jsonb_each(e.before)) as before,
      (select jsonb_object_agg(key, ${shown}) from jsonb_each(e.after)) as after
    from told e left join person_account p on p.service_id = current_service() and p.user_id = e.person_id
      left join partner_system s on s.service_id = current_service() and s.system_id = e.person_id
    order by e.id desc limit ${most}`.execute(tx)
  return rows
}

/** Tables whose changes are changes of the facts around a child. */
const factTables = ['child', 'child_name', 'child_person']

/** Of whom, since when, how much, and for whom. */
export type FactsAsked = {
  childId: string
  since: Temporal.Instant
  most: number
  maySeeHealth: boolean
}

/** Columns about health: for those who may read of it. */
const healthColumns = ['disability', 'disability_words']

/** Columns that say what the child is called. */
const nameColumns = ['given_name', 'family_name', 'known_as', 'said_as', 'folded_name', 'whole_names']

/**
 * What changed in the facts around a child since a moment, the latest first; what was written down when the child was added
 * is none. A name that must not be used is not among them. Where there is one, of the names of the child only what the
 * child is called now is told: not what it was before, nor what it was for a time in between.
 */
export async function listFactEvents(
  tx: Work,
  { childId, since, most, maySeeHealth }: FactsAsked,
): Promise<HistoryEvent[]> {
  const untold = maySeeHealth ? [] : healthColumns
  const { rows } = await sql<HistoryEvent>`
    with unused as (
      select n.child_name_id::text as id, n.folded_name from child_name n
      where n.service_id = current_service() and n.child_id = ${childId} and n.must_not_be_used),
    called as (
      select to_jsonb(c) as now, exists (select from unused) as is_guarded from child c
      where c.service_id = current_service() and c.child_id = ${childId})
    select e.id, e.at, coalesce(p.name, s.name) as person, e.action, e.purpose, e.reason, e.table_name as "tableName",
      (select jsonb_object_agg(key, ${shown}) from jsonb_each(e.before) where key <> all (${untold})
        and not (e.table_name = 'child' and c.is_guarded and key = any (${nameColumns}))) as before,
      (select jsonb_object_agg(key, ${shown}) from jsonb_each(e.after) where key <> all (${untold})
        and not (e.table_name = 'child' and c.is_guarded and key = any (${nameColumns}) and value <> c.now -> key)) as after
    from audit_event e cross join called c
      left join person_account p on p.service_id = current_service() and p.user_id = e.person_id
      left join partner_system s on s.service_id = current_service() and s.system_id = e.person_id
    where e.service_id = current_service() and e.child_id = ${childId} and e.table_name = any (${factTables}) and e.at > ${since}
      and e.action in ('insert', 'update', 'delete') and (e.action <> 'update' or e.after - ${['version', ...untold]}::text[] <> '{}')
      and (e.table_name <> 'child' or e.action <> 'insert')
      and (e.table_name <> 'child_name' or (coalesce(e.after, e.before) ->> 'must_not_be_used' is distinct from 'true'
        -- The same name may have stood in another row before somebody said that it must not be used.
        and not exists (select from unused u where u.id = e.row_key ->> 'child_name_id'
          or u.folded_name in (e.before ->> 'folded_name', e.after ->> 'folded_name'))))
    order by e.id desc limit ${most}`.execute(tx)
  return rows
}

/** The names behind the ids of people that stand in changed fields. */
export async function namesOfPeople(tx: Work): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select user_id as id, name from person_account where service_id = current_service()`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
