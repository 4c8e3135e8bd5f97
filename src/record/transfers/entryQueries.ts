import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Sensitivity } from '../notes/index.ts'
import type { NewEntry } from './entries.ts'

/** What another service recorded, as it came. */
export type Entry = {
  entryId: string
  fromService: string
  kind: NewEntry['kind']
  at: Temporal.Instant
  isDay: boolean
  title: string
  words: { question: string; answer: string }[]
  by: string
  sensitivity: Sensitivity
  hasThirdParty: boolean
}

export const entriesOnPage = 100

/**
 * What other services recorded of a child, the newest first; one more than a page holds.
 * @param kinds those that the person may read
 * @param after the id of the last entry on the page before
 */
export async function listEntries(
  tx: Work,
  childId: string,
  kinds: readonly NewEntry['kind'][],
  after: string | undefined,
): Promise<Entry[]> {
  const older = after
    ? sql`and (e.happened_at, e.transferred_entry_id) < (select l.happened_at, l.transferred_entry_id
        from transferred_entry l where l.service_id = current_service() and l.transferred_entry_id = ${after})`
    : sql``
  const { rows } = await sql<Entry>`
    select e.transferred_entry_id as "entryId", e.from_service as "fromService", e.kind, e.happened_at as at,
      e.is_day as "isDay", e.title, e.words, e.by_name as by, e.sensitivity, e.has_third_party as "hasThirdParty"
    from transferred_entry e
    where e.service_id = current_service() and e.child_id = ${childId} and e.kind = any (${kinds}::text[]) ${older}
    order by e.happened_at desc, e.transferred_entry_id desc limit ${entriesOnPage + 1}`.execute(tx)
  return rows
}

/** The cases of a child as one package told of them, the latest to begin first. */
export async function listTheirCases(
  tx: Work,
  childId: string,
  arrivedTransferId: string,
): Promise<Pick<Entry, 'title' | 'words'>[]> {
  const { rows } = await sql<Pick<Entry, 'title' | 'words'>>`
    select e.title, e.words from transferred_entry e
    where e.service_id = current_service() and e.child_id = ${childId} and e.arrived_transfer_id = ${arrivedTransferId}
      and e.kind = 'case'
    order by e.happened_at desc, e.transferred_entry_id desc`.execute(tx)
  return rows
}

/** When the earliest case began of which a service has told, in whichever package; undefined where it told of none. */
export async function theirWorkBegan(
  tx: Work,
  { childId, fromService }: { childId: string; fromService: string },
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ began: Temporal.Instant | null }>`
    select min(e.happened_at) as began from transferred_entry e
    where e.service_id = current_service() and e.child_id = ${childId} and e.from_service = ${fromService}
      and e.kind = 'case'`.execute(tx)
  return rows[0]?.began ?? undefined
}

/** The services from which something came about a child. */
export async function listFromServices(tx: Work, childId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct t.from_service as name from arrived_transfer t
    where t.service_id = current_service() and t.child_id = ${childId} order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

type Of = { serviceId: string; childId: string; arrivedTransferId: string; fromService: string }

/** Adds entries that the child does not have from that service yet. Hold the child first. @returns how many were added */
export async function addEntries(tx: Work, of: Of, entries: readonly NewEntry[]): Promise<number> {
  const rows = entries.map(it => ({
    kind: it.kind,
    at: it.at.toString(),
    is_day: it.isDay,
    title: it.title,
    words: it.words,
    by_name: it.by,
    fingerprint: it.fingerprint,
    sensitivity: it.sensitivity,
    has_third_party: it.hasThirdParty,
  }))
  const added = await sql`
    insert into transferred_entry (service_id, child_id, arrived_transfer_id, from_service, kind, happened_at, is_day, title,
      words, by_name, fingerprint, sensitivity, has_third_party)
    select ${of.serviceId}, ${of.childId}, ${of.arrivedTransferId}, ${of.fromService}, n.kind, n.at, n.is_day, n.title,
      n.words, n.by_name, decode(n.fingerprint, 'hex'), n.sensitivity, n.has_third_party
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (kind text, at timestamptz, is_day boolean, title text, words jsonb, by_name text, fingerprint text, sensitivity text, has_third_party boolean)
    where not has_come_before(${of.childId}, ${of.fromService}, decode(n.fingerprint, 'hex'))`.execute(tx)
  return Number(added.numAffectedRows ?? 0)
}
