import { sql } from 'kysely'
import type { AlertKind } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'

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

/** Raises an alert, unless one of this kind with this text is open. @returns whether it was raised */
export async function insertAlertOnce(tx: Work, it: NewAlert): Promise<boolean> {
  const result = await sql`
    insert into child_alert (service_id, child_id, kind, text, raised_by, raised_at)
    select ${it.serviceId}, ${it.childId}, ${it.kind}, ${it.text}, ${it.by}, ${it.at} where not exists (
      select from child_alert a where a.service_id = ${it.serviceId} and a.child_id = ${it.childId}
        and a.kind = ${it.kind} and a.text = ${it.text} and a.ended_at is null)`.execute(tx)
  return result.numAffectedRows === 1n
}

/** An open alert about a child, by what it says. */
type Saying = Pick<NewAlert, 'childId' | 'kind' | 'text'>

/** Whether an alert of this kind with this text is open. */
export async function isAlertOpen(tx: Work, { childId, kind, text }: Saying): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from child_alert where service_id = current_service() and child_id = ${childId}
      and kind = ${kind} and text = ${text} and ended_at is null) as is`.execute(tx)
  return rows[0]?.is ?? false
}

/** Puts other words in an open alert; nothing happens where there is none, or where it has them already. */
export async function rewordAlert(tx: Work, { childId, kind, text }: Saying, to: string): Promise<void> {
  await sql`
    update child_alert set text = ${to}, version = version + 1
    where service_id = current_service() and child_id = ${childId} and kind = ${kind} and text = ${text}
      and text <> ${to} and ended_at is null`.execute(tx)
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
