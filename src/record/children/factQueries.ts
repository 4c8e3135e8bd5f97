import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Fact, type FactKindName, factKinds } from './factKinds.ts'

/** The facts of one kind about a child: those that last first, then the latest to begin. */
export async function listFacts(tx: Work, name: FactKindName, childId: string): Promise<Fact[]> {
  const { table, key, columns } = factKinds[name]
  const said = sql.join(columns.flatMap(column => [sql`${column}::text`, sql.ref(`f.${column}`)]))
  const { rows } = await sql<Fact>`
    select ${sql.ref(`f.${key}`)} as "factId", f.child_id as "childId", f.from_on as from, f.until_on as until,
      f.recorded_at as "recordedAt", f.version, jsonb_build_object(${said}) as said
    from ${sql.table(table)} f
    where f.service_id = current_service() and f.child_id = ${childId}
    order by f.until_on is not null, f.until_on desc, f.from_on desc nulls last, f.recorded_at desc`.execute(
    tx,
  )
  return rows
}

/** One fact about a child. */
export async function findFact(
  tx: Work,
  name: FactKindName,
  childId: string,
  factId: string,
): Promise<Fact | undefined> {
  const id = parseId<'fact'>(factId)
  return id && (await listFacts(tx, name, childId)).find(fact => fact.factId === id)
}

/** What is said of a fact, from when until when. */
export type FactSaid = Pick<Fact, 'from' | 'until' | 'said'>

/** Writes a fact down. */
export async function insertFact(
  tx: Work,
  name: FactKindName,
  it: FactSaid & { serviceId: string; childId: string; at: Temporal.Instant },
): Promise<void> {
  const { table, columns } = factKinds[name]
  const named = sql.join(columns.map(column => sql.ref(column)))
  const values = sql.join(columns.map(column => sql`${it.said[column] ?? ''}`))
  await sql`
    insert into ${sql.table(table)} (service_id, child_id, from_on, until_on, recorded_at, ${named})
    values (${it.serviceId}, ${it.childId}, ${it.from}, ${it.until}, ${it.at}, ${values})`.execute(tx)
  await keepCurrent(tx, it.childId)
}

/**
 * Puts what is now said of a fact in place of what was read, unless somebody else has since changed it.
 * @returns whether it was changed
 */
export async function changeFact(
  tx: Work,
  name: FactKindName,
  which: Pick<Fact, 'factId' | 'childId' | 'version'>,
  to: FactSaid,
): Promise<boolean> {
  const { table, key, columns } = factKinds[name]
  const set = sql.join(columns.map(column => sql`${sql.ref(column)} = ${to.said[column] ?? ''}`))
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${set}, from_on = ${to.from}, until_on = ${to.until}, version = version + 1
    where service_id = current_service() and child_id = ${which.childId} and ${sql.ref(key)} = ${which.factId}
      and version = ${which.version}`.execute(tx)
  await keepCurrent(tx, which.childId)
  return numAffectedRows === 1n
}

/** Ends, with a day, every fact of a kind about a child that lasts. The caller keeps the current ones (`keepCurrent`). */
export async function endFacts(
  tx: Work,
  name: FactKindName,
  childId: string,
  on: Temporal.PlainDate,
): Promise<void> {
  await sql`
    update ${sql.table(factKinds[name].table)} set until_on = greatest(from_on, ${on}::date), version = version + 1
    where service_id = current_service() and child_id = ${childId} and until_on is null`.execute(tx)
}

/** Takes away a fact that was recorded by mistake; the history keeps it. */
export async function removeFact(
  tx: Work,
  name: FactKindName,
  { childId, factId }: Pick<Fact, 'factId' | 'childId'>,
): Promise<void> {
  const { table, key } = factKinds[name]
  await sql`
    delete from ${sql.table(table)}
    where service_id = current_service() and child_id = ${childId} and ${sql.ref(key)} = ${factId}`.execute(
    tx,
  )
  await keepCurrent(tx, childId)
}

/**
 * Keeps the address and the school that stand with the child, by which search and matching find it, the same as the current
 * ones of the histories: the latest to begin of those that last, a home for part of the time only where there is no other.
 * The one place that writes them; whatever changes these histories ends here.
 * @param histories whose histories are looked at: those of two records that are about to become one
 */
export async function keepCurrent(
  tx: Work,
  childId: string,
  histories: readonly string[] = [childId],
): Promise<void> {
  await sql`
    with current as (
      select coalesce(a.address, '') as address, coalesce(a.postcode, '') as postcode,
        coalesce(a.kind = 'none', false) as has_no_fixed_address, coalesce(e.name, '') as school
      from (select) nothing
      left join lateral (select * from child_address a
        where a.service_id = current_service() and a.child_id = any (${[...histories]}::uuid[]) and a.until_on is null
        order by a.kind = 'part-time', a.from_on desc nulls last, a.recorded_at desc limit 1) a on true
      left join lateral (select * from child_education e
        where e.service_id = current_service() and e.child_id = any (${[...histories]}::uuid[]) and e.until_on is null
        order by e.from_on desc nulls last, e.recorded_at desc limit 1) e on true)
    update child c set address = n.address, postcode = n.postcode, has_no_fixed_address = n.has_no_fixed_address, school = n.school
    from current n
    where c.service_id = current_service() and c.child_id = ${childId}
      and (c.address, c.postcode, c.has_no_fixed_address, c.school)
        is distinct from (n.address, n.postcode, n.has_no_fixed_address, n.school)`.execute(tx)
}
