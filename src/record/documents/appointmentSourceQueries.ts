import { sql } from 'kysely'
import type { AppointmentSource, Sources, Subject } from '../../engine/documents/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeDay, writeTime } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  type Appointment,
  appointmentWords,
  findAppointment,
  listPlanned,
  placeWords,
  travelWays,
  wordsOf,
} from '../appointments/index.ts'
import { findPlace } from '../places/index.ts'

/** One appointment; undefined where there is none of this id with the child, or it no longer stands so. */
export async function pullAppointment(
  tx: Work,
  childId: string,
  appointmentId: string,
  about: Subject,
): Promise<AppointmentSource | undefined> {
  const it = await findAppointment(tx, childId, appointmentId)
  return it && isOf(it, about) ? appointmentSource(tx, it) : undefined
}

function isOf({ state, reasonIsAcceptable }: Appointment, about: Subject): boolean {
  if (about === 'unexcused-appointment') return state === 'missed' && reasonIsAcceptable === false
  return state === (about === 'missed-appointment' ? 'missed' : 'planned')
}

async function appointmentSource(tx: Work, it: Appointment): Promise<AppointmentSource> {
  const local = it.startsAt.toZonedDateTimeISO(ukZone)
  return {
    day: writeDay(local.toPlainDate()),
    time: writeTime(local.toPlainTime()),
    minutes: it.minutes,
    kind: it.groupTitle ?? appointmentWords(it.kind),
    place: await whereOf(tx, it),
    with: it.withName,
    travel: it.travel === '' ? '' : wordsOf(travelWays, it.travel),
    meetsAt: it.meetsAt,
  }
}

/** Where it is, so that somebody who was never there finds it: a place of the service’s with its address. */
async function whereOf(tx: Work, it: Appointment): Promise<string> {
  const place = it.placeId ? await findPlace(tx, it.placeId) : undefined
  const written = placeWords(it)
  if (!place || place.address === '' || written.includes(place.address)) return written
  return written === place.name ? `${place.name}, ${place.address}` : `${written}, ${place.address}`
}

/** How many months back contacts are counted for a report. */
const monthsBack = 3

/** How often the child was met in the last three months, and when the next meeting is. */
export async function pullContacts(
  tx: Work,
  childId: string,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<Sources['contacts']> {
  const since = today.subtract({ months: monthsBack })
  const [{ rows }, planned] = await Promise.all([
    sql<{ kept: number; missed: number; excused: number; undecided: number }>`
      select count(*) filter (where state = 'kept')::int as kept, count(*) filter (where state = 'missed')::int as missed,
        count(*) filter (where state = 'missed' and reason_is_acceptable)::int as excused,
        count(*) filter (where state = 'missed' and reason_is_acceptable is null)::int as undecided
      from appointment where service_id = current_service() and child_id = ${childId}
        and starts_at >= ${since.toZonedDateTime(ukZone).toInstant()} and starts_at <= ${now}`.execute(tx),
    listPlanned(tx, childId),
  ])
  const next = planned.find(({ startsAt }) => Temporal.Instant.compare(startsAt, now) > 0)
  const counts = rows[0] ?? { kept: 0, missed: 0, excused: 0, undecided: 0 }
  return { since: writeDate(since), ...counts, next: next && (await appointmentSource(tx, next)) }
}
