import { tidyName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'

/** Somebody around a child: family, carer, professional. */
export type NewPerson = {
  serviceId: string
  childId: string
  name: string
  /** In words: "Mother", "Social worker". */
  relationship: string
  phone?: string
  email?: string
  hasParentalResponsibility?: boolean
  mustNotBeContacted?: boolean
  note?: string
}

/** Adds somebody around a child. @returns the id of the entry */
export async function addPerson(tx: Work, it: NewPerson): Promise<string> {
  const row = await tx
    .insertInto('child_person')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      name: tidyName(it.name),
      relationship: it.relationship.trim(),
      phone: it.phone?.trim() ?? '',
      email: it.email ?? '',
      has_parental_responsibility: it.hasParentalResponsibility ?? false,
      must_not_be_contacted: it.mustNotBeContacted ?? false,
      note: it.note ?? '',
    })
    .returning('child_person_id')
    .executeTakeFirstOrThrow()
  return row.child_person_id
}
