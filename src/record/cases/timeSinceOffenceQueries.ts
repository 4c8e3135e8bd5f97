import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'

/** Days that do not stand among the steps of a case. */
export type OtherDays = {
  offence: Temporal.PlainDate | null
  panel: Temporal.PlainDate | null
  contact: Temporal.PlainDate | null
}

/**
 * Of a case: the day of its first offence, of the first meeting that had the child before it, and of the first appointment that was kept
 * on the day of the arrival or later.
 */
export async function findOtherDays(tx: Work, involvementId: string): Promise<OtherDays> {
  const { rows } = await sql<OtherDays>`
    select
      (select min(o.committed_on) from offence o
        where o.service_id = i.service_id and o.involvement_id = i.involvement_id) as offence,
      (select min(m.on_day) from forum_item f
        join forum_meeting m on m.service_id = f.service_id and m.meeting_id = f.meeting_id
        where f.service_id = i.service_id and f.involvement_id = i.involvement_id and f.state <> 'withdrawn'
          and m.state in ('open', 'closed')) as panel,
      (select min((p.starts_at at time zone 'Europe/London')::date) from appointment p
        where p.service_id = i.service_id and p.involvement_id = i.involvement_id and p.state = 'kept'
          and (p.starts_at at time zone 'Europe/London')::date
            >= (i.started_at at time zone 'Europe/London')::date) as contact
    from involvement i where i.service_id = current_service() and i.involvement_id = ${involvementId}`.execute(
    tx,
  )
  return rows[0] ?? { offence: null, panel: null, contact: null }
}
