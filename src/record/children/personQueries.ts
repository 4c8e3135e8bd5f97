import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/** Somebody around a child, as the record holds them. */
export type Person = {
  personId: string
  childId: string
  name: string
  relationship: string
  phone: string
  email: string
  hasParentalResponsibility: boolean
  mustNotBeContacted: boolean
  note: string
  endedAt: Temporal.Instant | null
  version: number
}

/** Everybody around a child: those still there first, those with parental responsibility before others. */
export async function listPeople(tx: Work, childId: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.child_person_id as "personId", p.child_id as "childId", p.name, p.relationship, p.phone, p.email,
      p.has_parental_responsibility as "hasParentalResponsibility", p.must_not_be_contacted as "mustNotBeContacted",
      p.note, p.ended_at as "endedAt", p.version
    from child_person p where p.service_id = current_service() and p.child_id = ${childId}
    order by p.ended_at is not null, not p.has_parental_responsibility, p.name, p.child_person_id`.execute(tx)
  return rows
}

/** One of the people around a child. */
export async function findPerson(tx: Work, childId: string, personId: string): Promise<Person | undefined> {
  const id = parseId<'child-person'>(personId)
  return id && (await listPeople(tx, childId)).find(person => person.personId === id)
}

/**
 * Puts what is now known of a person in place of what was read, unless somebody else has since changed it.
 * @returns whether it was changed
 */
export async function changePerson(
  tx: Work,
  which: Pick<Person, 'personId' | 'version'>,
  to: Omit<Person, 'personId' | 'childId' | 'version'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('child_person')
    .set(eb => ({
      name: to.name,
      relationship: to.relationship,
      phone: to.phone,
      email: to.email,
      has_parental_responsibility: to.hasParentalResponsibility,
      must_not_be_contacted: to.mustNotBeContacted,
      note: to.note,
      ended_at: to.endedAt,
      version: eb('version', '+', 1),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('child_person_id', '=', which.personId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
