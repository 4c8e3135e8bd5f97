import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { PackagePart } from './package.ts'

/** That a record was made into a package for another service. */
export type Transfer = {
  transferId: string
  toService: string
  told: string
  reason: string
  parts: PackagePart[]
  /** How many notes were left out, one by one. */
  notesLeftOut: number
  fileHash: string
  madeBy: string
  madeAt: Temporal.Instant
  handedOutAt: Temporal.Instant | null
}

/** What was handed to other services, the latest first. */
export async function listTransfers(tx: Work, childId: string): Promise<Transfer[]> {
  const { rows } = await sql<Transfer>`
    select t.transfer_id as "transferId", t.to_service as "toService", t.told, t.reason, t.parts, t.notes_left_out as "notesLeftOut",
      encode(t.file_hash, 'hex') as "fileHash", a.name as "madeBy", t.made_at as "madeAt", t.handed_out_at as "handedOutAt"
    from transfer t join person_account a on a.service_id = t.service_id and a.user_id = t.made_by
    where t.service_id = current_service() and t.child_id = ${childId}
    order by t.made_at desc, t.transfer_id desc`.execute(tx)
  return rows
}

type NewTransfer = Pick<Transfer, 'toService' | 'told' | 'reason' | 'parts' | 'notesLeftOut'> & {
  serviceId: string
  childId: string
  fileName: string
  hash: Buffer
  file: Buffer
  by: string
  at: Temporal.Instant
}

/** Writes down that a package was made, and lays the encrypted file ready for its maker. @returns its id */
export async function insertTransfer(tx: Work, it: NewTransfer): Promise<string> {
  const { transfer_id: transferId } = await tx
    .insertInto('transfer')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      to_service: it.toService,
      told: it.told,
      reason: it.reason,
      parts: it.parts,
      notes_left_out: it.notesLeftOut,
      file_name: it.fileName,
      file_hash: it.hash,
      made_by: it.by,
      made_at: it.at,
    })
    .returning('transfer_id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('transfer_file')
    .values({
      service_id: it.serviceId,
      transfer_id: transferId,
      user_id: it.by,
      made_at: it.at,
      content: it.file,
    })
    .execute()
  return transferId
}

/**
 * Takes the file away for whoever made it: it is given out once.
 * @param since files made before are not given out any more
 * @returns undefined where it was taken, is too old or is somebody else's
 */
export async function takeFile(
  tx: Work,
  which: { childId: string; transferId: string; since: Temporal.Instant; at: Temporal.Instant },
): Promise<{ name: string; content: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; content: Buffer }>`
    delete from transfer_file f using transfer t
    where f.service_id = current_service() and f.transfer_id = ${which.transferId} and f.made_at >= ${which.since}
      and t.service_id = f.service_id and t.transfer_id = f.transfer_id and t.child_id = ${which.childId}
    returning t.file_name as name, f.content`.execute(tx)
  const [taken] = rows
  if (taken)
    await sql`update transfer set handed_out_at = ${which.at}
      where service_id = current_service() and transfer_id = ${which.transferId}`.execute(tx)
  return taken
}
