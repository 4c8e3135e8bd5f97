import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** Whether the child agrees that the service is told. */
export const agreements = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked yet' } as const
export type Agreement = keyof typeof agreements

/** Whether the help of the other service began. */
export const beginnings = {
  yes: 'Yes',
  'not-yet': 'Not yet',
  no: 'No',
  declined: 'No, the child or the family did not want it',
  'not-known': 'We could not find out',
} as const
export type Beginning = keyof typeof beginnings

/** A service or a person that helps the child from here. */
export type Exit = {
  exitId: string
  involvementId: string
  childId: string
  /** Of the code list `exit-services`. */
  kind: string
  name: string
  told: string
  toldOn: Temporal.PlainDate | null
  meetsOn: Temporal.PlainDate | null
  childAgrees: Agreement
  note: string
  began: Beginning | null
  beganOn: Temporal.PlainDate | null
  beganNote: string
  recordedAt: Temporal.Instant
  version: number
}

/** Who helps the child after a case, in the order in which they were recorded. */
export async function listExits(tx: Work, involvementId: string): Promise<Exit[]> {
  const { rows } = await sql<Exit>`
    select e.exit_id as "exitId", e.involvement_id as "involvementId", e.child_id as "childId", e.kind, e.name, e.told,
      e.told_on as "toldOn", e.meets_on as "meetsOn", e.child_agrees as "childAgrees", e.note, e.began,
      e.began_on as "beganOn", e.began_note as "beganNote", e.recorded_at as "recordedAt", e.version
    from exit_service e
    where e.service_id = current_service() and e.involvement_id = ${involvementId}
    order by e.exit_id`.execute(tx)
  return rows
}

export type NewExit = Pick<
  Exit,
  'involvementId' | 'childId' | 'kind' | 'name' | 'told' | 'toldOn' | 'meetsOn' | 'childAgrees' | 'note'
>

function columnsOf(it: NewExit) {
  return {
    kind: it.kind,
    name: it.name,
    told: it.told,
    told_on: it.toldOn,
    meets_on: it.meetsOn,
    child_agrees: it.childAgrees,
    note: it.note,
  }
}

/** Writes down who helps from here. */
export async function insertExit(
  tx: Work,
  serviceId: string,
  it: NewExit,
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('exit_service')
    .values({
      service_id: serviceId,
      involvement_id: it.involvementId,
      child_id: it.childId,
      ...columnsOf(it),
      recorded_by: by,
      recorded_at: at,
    })
    .execute()
}

type ExitChange =
  | { act: 'change'; to: NewExit }
  | { act: 'began'; began: Beginning; on: Temporal.PlainDate | null; note: string }

/**
 * Changes what is known of a service that takes over, or writes down whether it began.
 * @returns false when somebody else has changed it since it was read
 */
export async function changeExit(
  tx: Work,
  { exitId, version }: Pick<Exit, 'exitId' | 'version'>,
  change: ExitChange,
): Promise<boolean> {
  const columns =
    change.act === 'change'
      ? columnsOf(change.to)
      : { began: change.began, began_on: change.on, began_note: change.note }
  const result = await tx
    .updateTable('exit_service')
    .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('exit_id', '=', exitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
