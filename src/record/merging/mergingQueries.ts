import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { seeing } from '../children/index.ts'

/** Two records that were said to be of one child. */
export type Merge = {
  mergeId: string
  /** The record that holds both now. */
  childId: string
  keptId: string
  goneId: string
  goneReference: string
  goneName: string
  reason: string
  by: string
  at: Temporal.Instant
  firstEvent: number
  unmergedAt: Temporal.Instant | null
  unmergedBy: string | null
  unmergedBecause: string
}

/** Every merge of a record, the latest first: those that stand, and those that were taken back. */
export async function listMerges(tx: Work, childId: string): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select m.merge_id as "mergeId", m.child_id as "childId", m.kept_id as "keptId", m.gone_id as "goneId",
      m.gone_reference as "goneReference", m.gone_name as "goneName", m.reason, p.name as by, m.merged_at as at,
      m.first_event as "firstEvent", m.unmerged_at as "unmergedAt", q.name as "unmergedBy", m.unmerged_because as "unmergedBecause"
    from record_merge m join person_account p on p.service_id = m.service_id and p.user_id = m.merged_by
      left join person_account q on q.service_id = m.service_id and q.user_id = m.unmerged_by
    where m.service_id = current_service() and m.child_id = ${childId}
    order by m.first_event desc`.execute(tx)
  return rows
}

/** The record with this reference that the person may see, also one that was merged into it. */
export async function findByReference(tx: Work, reference: string): Promise<string | undefined> {
  const { rows } = await sql<{ childId: string }>`
    select child_id as "childId" from child where service_id = current_service() and reference = ${reference}
    union all
    select child_id from record_merge
    where service_id = current_service() and gone_reference = ${reference} and unmerged_at is null`.execute(
    tx,
  )
  return rows[0]?.childId
}

/** How many rows each table holds about each of two children; tables that hold nothing about either are left out. */
export type RowCount = { table: string; kept: number; gone: number }

export async function countRows(tx: Work, kept: string, gone: string): Promise<RowCount[]> {
  const { rows } = await sql<RowCount>`
    select k.target as "table", k.count as kept, g.count as gone
    from count_child_rows(${kept}) k join count_child_rows(${gone}) g using (target)
    where k.count + g.count > 0 order by k.target`.execute(tx)
  return rows
}

/** What stands in both of two records and will stand twice in one. */
export type Twice = { people: string[]; alerts: string[] }

export async function listTwice(tx: Work, kept: string, gone: string): Promise<Twice> {
  const { rows } = await sql<Twice>`
    select
      array(select distinct k.name from child_person k join child_person g
        on g.service_id = k.service_id and g.child_id = ${gone} and g.ended_at is null and lower(g.name) = lower(k.name)
        where k.service_id = current_service() and k.child_id = ${kept} and k.ended_at is null
          and stands_for_itself(k) and stands_for_itself(g) order by k.name) as people,
      array(select distinct k.text from child_alert k join child_alert g
        on g.service_id = k.service_id and g.child_id = ${gone} and g.ended_at is null and g.kind = k.kind and g.text = k.text
        where k.service_id = current_service() and k.child_id = ${kept} and k.ended_at is null order by k.text) as alerts`.execute(
    tx,
  )
  return rows[0] ?? { people: [], alerts: [] }
}

/** Somebody who works in an open case of one of two records. */
export type Worker = { userId: string; name: string }

export async function listWorkers(tx: Work, kept: string, gone: string): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select distinct w.user_id as "userId", p.name from case_worker w
    join person_account p on p.service_id = w.service_id and p.user_id = w.user_id
    where w.service_id = current_service() and w.child_id in (${kept}, ${gone}) and w.until_at is null
    order by p.name, w.user_id`.execute(tx)
  return rows
}

/**
 * Holds two records until the transaction ends, always in the same order, so that nothing is added to either meanwhile.
 * Hold the restrictions first. @returns a mark: what this transaction does from here on counts to the merge
 */
export async function holdRecords(tx: Work, one: string, other: string): Promise<number> {
  const { rows } = await sql<{ mark: number }>`select hold_records(${one}, ${other}) as mark`.execute(tx)
  return rows[0]?.mark ?? 0
}

/** Moves everything of one record to another that is held with it. @returns `done`, or why not (see merge_records) */
export async function moveRecord(
  tx: Work,
  which: { kept: string; gone: string; mark: number },
  said: { reason: string; at: Temporal.Instant },
): Promise<string> {
  const { rows } = await sql<{ answer: string }>`
    select merge_records(${which.kept}, ${which.gone}, ${which.mark}, ${said.reason}, ${seeing}::text[], ${said.at}) as answer`.execute(
    tx,
  )
  return rows[0]?.answer ?? 'not-there'
}

/** Takes a merge back whose records are held. @returns `done`, or why not (see unmerge_records) */
export async function moveBack(
  tx: Work,
  mergeId: string,
  chosen: readonly number[],
  said: { reason: string; at: Temporal.Instant },
): Promise<string> {
  const { rows } = await sql<{ answer: string }>`
    select unmerge_records(${mergeId}, ${chosen}::bigint[], ${said.reason}, ${said.at}) as answer`.execute(tx)
  return rows[0]?.answer ?? 'not-there'
}

/** Something that was written into a record since a merge: with whom it stays is for a person to say. */
export type Since = {
  eventId: number
  table: string
  at: Temporal.Instant
  by: string | null
  /** What it says, as far as it says anything in words. */
  says: string
}

/**
 * What was added to the record since a merge and stands by itself, the earliest first. What belongs to something else goes,
 * or stays, with that: all that is in a case with the case, a file with its note, what was shared with the agreement, what
 * came in a package with the package, a mark with what it marks.
 */
export async function listSince(tx: Work, merge: Merge): Promise<Since[]> {
  if (!parseId<'merge'>(merge.mergeId)) return []
  const { rows } = await sql<Since>`
    select e.id as "eventId", e.table_name as "table", e.at, p.name as by,
      left(coalesce(e.after ->> 'text', e.after ->> 'name', e.after ->> 'description', e.after ->> 'pathway', e.after ->> 'reference',
        e.after ->> 'address', e.after ->> 'kind', ''), 200) as says
    from record_merge m join audit_event e on e.service_id = m.service_id and e.child_id = m.child_id and e.id > m.first_event
      and not (e.transaction = m.transaction and e.id < m.last_event)
    left join person_account p on p.service_id = e.service_id and p.user_id = e.person_id
    where m.service_id = current_service() and m.merge_id = ${merge.mergeId}
      and e.action in ('insert', 'update') and e.after ->> 'child_id' = m.child_id::text
      and e.table_name not in ('child', 'record_merge', 'child_restriction', 'child_access', 'conflict_of_interest',
        'child_pair', 'milestone', 'case_worker', 'appointment', 'appointment_series', 'chronology_mark', 'transferred_entry',
        'referrer_told')
      and case e.table_name when 'involvement' then true
        when 'attachment' then e.after ->> 'note_id' is null
        when 'information_shared' then e.after ->> 'agreement_id' is null
        else e.after ->> 'involvement_id' is null end
      and not is_by_upgrade(e)
      and not exists (select from audit_event gone where gone.service_id = e.service_id and gone.child_id = e.child_id
        and gone.action = 'delete' and gone.table_name = e.table_name and gone.row_key = e.row_key and gone.id > e.id)
    order by e.id`.execute(tx)
  return rows
}

/** Writes into the history what was in one of two records and is not in the merged one. */
export async function recordLeftOut(
  tx: Work,
  childId: string,
  leftOut: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`
    select record_event('Merged two records: what was not taken over', ${childId}, ${JSON.stringify(leftOut)}::jsonb)`.execute(
    tx,
  )
}
