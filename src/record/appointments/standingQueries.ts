import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Appointment } from './appointment.ts'

/** A contact that stands in the record already while another would have lasted. */
export type StandingThen = Pick<
  Appointment,
  'appointmentId' | 'childId' | 'kind' | 'withName' | 'startsAt' | 'minutes' | 'state' | 'reasonIsAcceptable'
>

/**
 * What stands in the record for children while a contact with them lasts: kept, missed, or still planned. It may be the
 * same contact, written down twice.
 * @param it.except those that are being recorded: they do not stand there twice
 */
export async function listStandingThen(
  tx: Work,
  it: Pick<Appointment, 'startsAt' | 'minutes'> & { childIds: readonly string[]; except?: readonly string[] },
): Promise<StandingThen[]> {
  const { rows } = await sql<StandingThen>`
    select a.appointment_id as "appointmentId", a.child_id as "childId", a.kind, p.name as "withName",
      a.starts_at as "startsAt", a.minutes, a.state, a.reason_is_acceptable as "reasonIsAcceptable"
    from appointment a join person_account p on p.service_id = a.service_id and p.user_id = a.with_user
    where a.service_id = current_service() and a.child_id = any (${[...it.childIds]}::uuid[]) and a.state <> 'cancelled'
      and a.appointment_id <> all (${[...(it.except ?? [])]}::uuid[])
      and a.starts_at < ${it.startsAt}::timestamptz + ${it.minutes}::integer * interval '1 minute'
      and a.starts_at > ${it.startsAt}::timestamptz - interval '8 hours'
      and a.starts_at + a.minutes * interval '1 minute' > ${it.startsAt}::timestamptz
    order by a.starts_at, a.appointment_id`.execute(tx)
  return rows
}

/** What was recorded of the child while an appointment lasted that is recorded now: what is only planned is no sign of that. */
export async function listRecordedThen(
  tx: Work,
  it: Pick<Appointment, 'appointmentId' | 'childId' | 'startsAt' | 'minutes'>,
): Promise<StandingThen[]> {
  const { startsAt, minutes } = it
  const which = { startsAt, minutes, childIds: [it.childId], except: [it.appointmentId] }
  return (await listStandingThen(tx, which)).filter(({ state }) => state !== 'planned')
}

/** The pathway of a case, when it came to the service, and when it ended. */
export async function findCaseOf(
  tx: Work,
  involvementId: string,
): Promise<{ pathway: string; startedAt: Temporal.Instant; endedAt: Temporal.Instant | null }> {
  const row = await tx
    .selectFrom('involvement')
    .select(['pathway', 'started_at', 'ended_at'])
    .where('service_id', '=', sql<string>`current_service()`)
    .where('involvement_id', '=', involvementId)
    .executeTakeFirstOrThrow()
  return { pathway: row.pathway, startedAt: row.started_at, endedAt: row.ended_at }
}
