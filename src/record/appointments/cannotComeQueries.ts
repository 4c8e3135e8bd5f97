import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Appointment } from './appointment.ts'

/** What somebody wrote on a page of their own: that they cannot come to an appointment, and why. */
export type CannotComeSaid = { whose: 'child' | 'parent'; words: string; saidAt: Temporal.Instant }

/** What was written about an appointment on the pages of the child and the parents, the latest first. */
export async function listCannotCome(
  tx: Work,
  { childId, appointmentId }: Pick<Appointment, 'childId' | 'appointmentId'>,
): Promise<CannotComeSaid[]> {
  const { rows } = await sql<CannotComeSaid>`
    select p.whose, m.words, m.said_at as "saidAt"
    from own_message m join own_page p on p.service_id = m.service_id and p.own_page_id = m.own_page_id
    where m.service_id = current_service() and m.child_id = ${childId} and m.appointment_id = ${appointmentId}
    order by m.said_at desc, m.message_id`.execute(tx)
  return rows
}
