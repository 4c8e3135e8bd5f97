import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { type ArrivalTerms, type Notification, notificationColumns } from './notificationQueries.ts'

/** As many as a search shows; one more is read, so that the page can say that there are more. */
export const mostArrivals = 50

/**
 * What arrived and fits what was typed, the likeliest first and of those the latest: by a name that is alike, a date of
 * birth, the sender's reference or a phone number, whatever became of it. A name and a date of birth together must both fit.
 * @param terms the name folded, the reference in letters and figures, the phone number in figures
 * @param among all that arrived, or only what was closed without a case
 */
export async function findArrivals(
  tx: Work,
  { name, birthDate, policeReference, phone }: ArrivalTerms,
  among: 'all' | 'closed',
): Promise<Notification[]> {
  const named =
    name === undefined
      ? sql`select null::uuid, 0::real where false`
      : sql`select notification_id, likeness from find_arrivals_named(${name})`
  const fits = [
    ...(name === undefined
      ? []
      : [sql`(f.found_id is not null ${birthDate ? sql`and n.birth_date = ${birthDate}` : sql``})`]),
    ...(name === undefined && birthDate ? [sql`n.birth_date = ${birthDate}`] : []),
    ...(policeReference === undefined
      ? []
      : [sql`(n.folded_reference <> '' and n.folded_reference = ${policeReference})`]),
    ...(phone === undefined
      ? []
      : [sql`${phone} in (phone_figures(n.phone), phone_figures(n.parent_phone))`]),
  ]
  if (fits.length === 0) return []
  // Where a name alone is asked for, only what the index of names finds is read.
  const isNamed = name !== undefined && policeReference === undefined && phone === undefined
  const onlyClosed =
    among === 'closed' ? sql`and n.involvement_id is null and n.closed_at is not null` : sql``
  const { rows } = await sql<Notification>`
    with named (found_id, likeness) as (${named})
    select ${notificationColumns} from notification n
      ${isNamed ? sql`join` : sql`left join`} named f on f.found_id = n.notification_id
    where n.service_id = current_service() and (${sql.join(fits, sql` or `)}) ${onlyClosed}
    order by f.likeness desc nulls last, n.received_at desc, n.notification_id limit ${mostArrivals + 1}`.execute(
    tx,
  )
  return rows
}
