import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** Where a child lived before, or according to a record that was merged into this one. */
export type PastAddress = { id: string; address: string; postcode: string; notedAt: Temporal.Instant }

/** Addresses that are not the child's any more, the latest first. */
export async function listPastAddresses(tx: Work, childId: string): Promise<PastAddress[]> {
  const { rows } = await sql<PastAddress>`
    select child_past_address_id as id, address, postcode, noted_at as "notedAt" from child_past_address
    where service_id = current_service() and child_id = ${childId}
    order by noted_at desc, child_past_address_id`.execute(tx)
  return rows
}

/** Keeps an address that is not the child's any more. */
export async function insertPastAddress(
  tx: Work,
  it: { serviceId: string; childId: string; address: string; postcode: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('child_past_address')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      address: it.address,
      postcode: it.postcode,
      noted_at: it.at,
    })
    .execute()
}
