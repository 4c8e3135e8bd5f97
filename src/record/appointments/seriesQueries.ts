import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { isOnLeave } from '../workforce/index.ts'
import type { Appointment } from './appointment.ts'
import type { Clash } from './appointmentQueries.ts'
import type { Rhythm } from './series.ts'

/** Writes down how a series was planned. @returns its id */
export async function insertSeries(
  tx: Work,
  it: Pick<Rhythm, 'everyWeeks' | 'weekdays'> & {
    serviceId: string
    childId: string
    skipsBankHolidays: boolean
    by: string
    at: Temporal.Instant
  },
): Promise<string> {
  const row = await tx
    .insertInto('appointment_series')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      every_weeks: it.everyWeeks,
      weekdays: [...it.weekdays],
      skips_bank_holidays: it.skipsBankHolidays,
      planned_by: it.by,
      planned_at: it.at,
    })
    .returning('series_id')
    .executeTakeFirstOrThrow()
  return row.series_id
}

/** How a series was planned; 1 is Monday. */
export type SeriesSaid = { everyWeeks: number; weekdays: number[] }

/** How the series of an appointment was planned. */
export async function findSeries(tx: Work, seriesId: string): Promise<SeriesSaid | undefined> {
  const { rows } = await sql<SeriesSaid>`
    select every_weeks as "everyWeeks", weekdays from appointment_series
    where service_id = current_service() and series_id = ${seriesId}`.execute(tx)
  return rows[0]
}

/** An appointment of a series that comes after another and is still planned. */
export type Following = Pick<Appointment, 'appointmentId' | 'startsAt' | 'version'>

/** Those of the same series that follow and are still planned, the earliest first. */
export async function listFollowing(
  tx: Work,
  { seriesId, startsAt, appointmentId }: Pick<Appointment, 'seriesId' | 'startsAt' | 'appointmentId'>,
): Promise<Following[]> {
  if (seriesId === null) return []
  const { rows } = await sql<Following>`
    select appointment_id as "appointmentId", starts_at as "startsAt", version from appointment
    where service_id = current_service() and series_id = ${seriesId} and state = 'planned'
      and starts_at > ${startsAt} and appointment_id <> ${appointmentId}
    order by starts_at`.execute(tx)
  return rows
}

/** A time at which something is to be planned, and what else is planned then. */
export type SlotClash = Clash & { at: Temporal.Instant }

/**
 * What else the worker or the child has planned at times that are not saved yet, and leave of the worker then.
 * @param who.anew appointments that are moved to these times, and so are no longer where they were
 * @param who.session the session of a group that is, with every appointment in it
 */
export async function listClashesAt(
  tx: Work,
  who: { childIds: readonly string[]; withUser: string; anew?: readonly string[]; session?: string },
  slots: readonly Temporal.Instant[],
  minutes: number,
): Promise<SlotClash[]> {
  if (slots.length === 0) return []
  const { rows } = await sql<SlotClash>`
    select distinct s.at, case when b.child_id = any (${[...who.childIds]}::uuid[]) then 'child' else 'worker' end as who,
      b.starts_at as "startsAt"
    from unnest(${slots.map(String)}::timestamptz[]) s (at)
    join appointment b on b.service_id = current_service() and b.state = 'planned'
      and b.appointment_id <> all (${[...(who.anew ?? [])]}::uuid[])
      and (${who.session ?? null}::uuid is null or b.session_id is distinct from ${who.session ?? null}::uuid)
      and (b.with_user = ${who.withUser} or b.child_id = any (${[...who.childIds]}::uuid[]))
      and b.starts_at < s.at + ${minutes}::integer * interval '1 minute' and b.starts_at > s.at - interval '8 hours'
      and b.starts_at + b.minutes * interval '1 minute' > s.at
    union all
    select s.at, 'leave', s.at from unnest(${slots.map(String)}::timestamptz[]) s (at)
    where ${isOnLeave(sql`${who.withUser}`, sql`s.at`)}
    order by 1, 3`.execute(tx)
  return rows
}
