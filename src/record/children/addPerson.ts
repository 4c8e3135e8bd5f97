import { tidyName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import type { PersonKind } from './personKinds.ts'

/** Somebody around a child: family, carer, professional. What is not known is left out. */
export type NewPerson = {
  serviceId: string
  childId: string
  name: string
  /** `other`, unless said. */
  kind?: PersonKind
  organisation?: string
  /** In words: "Mother", "Social worker". */
  relationship: string
  livesWithChild?: boolean
  phone?: string
  email?: string
  hasParentalResponsibility?: boolean
  mustNotBeContacted?: boolean
  barredReason?: string
  bestWay?: string
  language?: string
  needsInterpreter?: boolean
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
      kind: it.kind ?? 'other',
      organisation: it.organisation ?? '',
      relationship: it.relationship.trim(),
      lives_with_child: it.livesWithChild ?? false,
      phone: it.phone?.trim() ?? '',
      email: it.email ?? '',
      has_parental_responsibility: it.hasParentalResponsibility ?? false,
      must_not_be_contacted: it.mustNotBeContacted ?? false,
      barred_reason: it.barredReason ?? '',
      best_way: it.bestWay ?? '',
      language: it.language ?? '',
      needs_interpreter: it.needsInterpreter ?? false,
      note: it.note ?? '',
    })
    .returning('child_person_id')
    .executeTakeFirstOrThrow()
  return row.child_person_id
}
