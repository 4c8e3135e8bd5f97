import type { Work } from '../../platform/database/index.ts'

/** What a child is said or found to have done. Code and outcome are of the dated code lists. */
export type NewOffence = {
  serviceId: string
  childId: string
  involvementId?: string | undefined
  code?: string
  description: string
  committedOn?: Temporal.PlainDate | undefined
  outcome?: string
  /** When the outcome was given, or received where that is not known: the day on which its code is read. */
  outcomeOn?: Temporal.PlainDate | undefined
  policeReference?: string
  /** The other service whose package told of it. */
  fromService?: string
  /** When it is written into the record. */
  at: Temporal.Instant
}

/** Adds an offence to a child's record. @returns its id */
export async function addOffence(tx: Work, it: NewOffence): Promise<string> {
  const row = await tx
    .insertInto('offence')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      involvement_id: it.involvementId ?? null,
      code: it.code ?? '',
      description: it.description.trim(),
      committed_on: it.committedOn ?? null,
      outcome: it.outcome ?? '',
      outcome_on: it.outcomeOn ?? null,
      police_reference: it.policeReference?.trim() ?? '',
      from_service: it.fromService ?? '',
      recorded_at: it.at,
    })
    .returning('offence_id')
    .executeTakeFirstOrThrow()
  return row.offence_id
}
