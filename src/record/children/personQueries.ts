import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { type PersonKind, personKindOrder } from './personKinds.ts'

/** Somebody around a child, as the record holds them. */
export type Person = {
  personId: string
  childId: string
  name: string
  kind: PersonKind
  /** Of a professional. */
  organisation: string
  relationship: string
  livesWithChild: boolean
  phone: string
  email: string
  hasParentalResponsibility: boolean
  mustNotBeContacted: boolean
  barredReason: string
  /** The best way and time to reach the person. */
  bestWay: string
  language: string
  needsInterpreter: boolean
  note: string
  endedAt: Temporal.Instant | null
  version: number
}

/** Everybody around a child: those still there first, by kind, those with parental responsibility before others. */
export async function listPeople(tx: Work, childId: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.child_person_id as "personId", p.child_id as "childId", p.name, p.kind, p.organisation, p.relationship,
      p.lives_with_child as "livesWithChild", p.phone, p.email, p.barred_reason as "barredReason", p.best_way as "bestWay",
      p.language, p.needs_interpreter as "needsInterpreter",
      p.has_parental_responsibility as "hasParentalResponsibility", p.must_not_be_contacted as "mustNotBeContacted",
      p.note, p.ended_at as "endedAt", p.version
    from child_person p where p.service_id = current_service() and p.child_id = ${childId} and stands_for_itself(p)
    order by p.ended_at is not null, array_position(${personKindOrder}::text[], p.kind),
      not p.has_parental_responsibility, p.name, p.child_person_id`.execute(tx)
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
      kind: to.kind,
      organisation: to.organisation,
      relationship: to.relationship,
      lives_with_child: to.livesWithChild,
      phone: to.phone,
      email: to.email,
      has_parental_responsibility: to.hasParentalResponsibility,
      must_not_be_contacted: to.mustNotBeContacted,
      barred_reason: to.barredReason,
      best_way: to.bestWay,
      language: to.language,
      needs_interpreter: to.needsInterpreter,
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
