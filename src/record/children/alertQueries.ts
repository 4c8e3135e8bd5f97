import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { AlertKind } from './alerts.ts'

export type NewAlert = {
  serviceId: string
  childId: string
  kind: AlertKind
  text: string
  by: string
  at: Temporal.Instant
}

/** Raises an alert. */
export async function insertAlert(tx: Work, it: NewAlert): Promise<void> {
  await tx
    .insertInto('child_alert')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      kind: it.kind,
      text: it.text,
      raised_by: it.by,
      raised_at: it.at,
    })
    .execute()
}

/** Ends an alert, unless somebody has ended it already. @returns whether it was ended */
export async function endAlert(tx: Work, alertId: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('child_alert')
    .set(eb => ({ ended_at: at, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('child_alert_id', '=', alertId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
