import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Person } from './personQueries.ts'

/** An entry for which another stands, because both are one person. */
export type OtherEntry = Pick<
  Person,
  'personId' | 'childId' | 'name' | 'relationship' | 'phone' | 'version'
> & {
  /** The entry that stands for it. */
  sameAs: string
}

/** The entries around a child for which another stands. */
export async function listOtherEntries(tx: Work, childId: string): Promise<OtherEntry[]> {
  const { rows } = await sql<OtherEntry>`
    select p.child_person_id as "personId", p.child_id as "childId", p.name, p.relationship, p.phone, p.version,
      p.same_as as "sameAs"
    from child_person p where p.service_id = current_service() and p.child_id = ${childId} and not stands_for_itself(p)
    order by p.name, p.child_person_id`.execute(tx)
  return rows
}

/**
 * Lets another entry of the same record stand for one, or, with null, lets it stand for itself again.
 * @returns false when it was changed since it was read
 */
export async function setSameAs(
  tx: Work,
  { personId, version }: Pick<Person, 'personId' | 'version'>,
  sameAs: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('child_person')
    .set(eb => ({ same_as: sameAs, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('child_person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
