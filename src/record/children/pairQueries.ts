import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** What has been said of two children who are alike: that they are not one. */
export type Relation = 'twin' | 'sibling' | 'different'

/** A child of whom somebody has said that it is not this one, in the words in which it was said. */
export type Pair = {
  childId: string
  otherId: string
  reference: string
  name: string
  relation: Relation
  note: string
  by: string
  at: Temporal.Instant
}

/** The words of each relation, said of the other child: “Twin”. */
export const relationWords: Record<Relation, string> = {
  twin: 'Twin',
  sibling: 'Brother or sister',
  different: 'Not the same child',
}

const pairs = sql`
  select p.child_id as "childId", p.other_id as "otherId", c.reference, trim(c.given_name || ' ' || c.family_name) as name,
    p.relation, p.note, a.name as by, p.said_at as at
  from child_pair p join child c on c.service_id = p.service_id and c.child_id = p.other_id
  join person_account a on a.service_id = p.service_id and a.user_id = p.said_by
  where p.service_id = current_service()`

/** Who was said not to be this child, by name. Whoever may not know of the other does not see that anything was said. */
export async function listPairs(tx: Work, childId: string): Promise<Pair[]> {
  const { rows } =
    await sql<Pair>`${pairs} and p.child_id = ${childId} order by c.folded_name, p.other_id`.execute(tx)
  return rows
}

/** What was said of any two of these children. */
export async function listPairsAmong(tx: Work, childIds: readonly string[]): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    ${pairs} and p.child_id = any (${childIds}::uuid[]) and p.other_id = any (${childIds}::uuid[])
    order by p.child_id, p.other_id`.execute(tx)
  return rows
}

type Two = { childId: string; otherId: string }

/** Says of two children that they are not one, in place of what was said before; once for each of them. */
export async function insertPair(
  tx: Work,
  it: Two & { serviceId: string; relation: Relation; note: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await deletePair(tx, it)
  const said = {
    service_id: it.serviceId,
    relation: it.relation,
    note: it.note,
    said_by: it.by,
    said_at: it.at,
  }
  await tx
    .insertInto('child_pair')
    .values([
      { ...said, child_id: it.childId, other_id: it.otherId },
      { ...said, child_id: it.otherId, other_id: it.childId },
    ])
    .execute()
}

/** Takes back what was said of two children. */
export async function deletePair(tx: Work, { childId, otherId }: Two): Promise<void> {
  await sql`
    delete from child_pair where service_id = current_service()
      and ((child_id = ${childId} and other_id = ${otherId}) or (child_id = ${otherId} and other_id = ${childId}))`.execute(
    tx,
  )
}
