import { sql } from 'kysely'
import { type Sayings, sayingsOf } from '../../engine/arrivals/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { foldName } from '../../kernel/names.ts'
import type { Work } from '../../platform/database/index.ts'
import { birthSaid } from './birthSaid.ts'
import type { Arriving } from './notification.form.ts'

/** A notification as it came, and what has become of it. */
export type Notification = {
  notificationId: string
  /** The sender's own reference, of the police: of the crime. Null where they gave none. */
  reference: string | null
  routeIn: string
  /** The form whose questions `details` answers. */
  form: string
  receivedAt: Temporal.Instant
  givenName: string
  familyName: string
  birthDate: Temporal.PlainDate | null
  details: Answers
  childId: string | null
  involvementId: string | null
  closedAt: Temporal.Instant | null
  closedReason: string | null
  /** It was added to a case that was open already. */
  hasJoined: boolean
  version: number
}

/** The columns of a notification; the list of arrivals reads the same. */
export const notificationColumns = sql`notification_id as "notificationId", reference, route_in as "routeIn", form,
  received_at as "receivedAt", given_name as "givenName", family_name as "familyName", birth_date as "birthDate", details,
  child_id as "childId", involvement_id as "involvementId", closed_at as "closedAt", closed_reason as "closedReason", has_joined as "hasJoined", version`

/**
 * A notification by its id; undefined when there is none that this person may know of.
 * @param use to be settled: nobody else settles it until this transaction ends
 */
export async function findNotification(
  tx: Work,
  notificationId: string,
  use: 'to-read' | 'to-settle' = 'to-read',
): Promise<Notification | undefined> {
  const { rows } = await sql<Notification>`
    select ${notificationColumns} from notification
    where service_id = current_service() and notification_id = ${notificationId}
    ${use === 'to-settle' ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

/** So many other arrivals are compared: more never wait in a service that works. */
const mostBeside = 300

/** The other arrivals that wait for somebody to say which child they are about, the latest first. */
export async function listWaitingBeside(
  tx: Work,
  { notificationId }: Pick<Notification, 'notificationId'>,
): Promise<Notification[]> {
  const { rows } = await sql<Notification>`
    select ${notificationColumns} from notification
    where service_id = current_service() and child_id is null and closed_at is null and notification_id <> ${notificationId}
    order by received_at desc, notification_id limit ${mostBeside}`.execute(tx)
  return rows
}

/** What something that arrived can be found by; what is left out is not asked. */
export type ArrivalTerms = {
  name?: string
  birthDate?: Temporal.PlainDate
  policeReference?: string
  phone?: string
}

const mostWaiting = 20

/**
 * Notifications that wait and fit what was typed into the search: by a name that is alike, a date of birth, the sender's
 * reference or a phone number. A name and a date of birth together must both fit.
 * @param terms the name folded, the reference in letters and figures, the phone number in figures
 */
export async function findWaiting(
  tx: Work,
  { name, birthDate, policeReference, phone }: ArrivalTerms,
): Promise<Notification[]> {
  const fits = [
    ...(policeReference === undefined
      ? []
      : [sql`(folded_reference <> '' and folded_reference = ${policeReference})`]),
    ...(phone === undefined ? [] : [sql`${phone} in (phone_figures(phone), phone_figures(parent_phone))`]),
    ...(name === undefined
      ? []
      : [
          sql`((folded_name % ${name} or folded_name %> ${name} or folded_name like ${`${name.replace(/[\\%_]/g, '\\$&')}%`})
            ${birthDate ? sql`and birth_date = ${birthDate}` : sql``})`,
        ]),
    ...(name === undefined && birthDate ? [sql`birth_date = ${birthDate}`] : []),
  ]
  if (fits.length === 0) return []
  const { rows } = await sql<Notification>`
    select ${notificationColumns} from notification
    where service_id = current_service() and child_id is null and closed_at is null and (${sql.join(fits, sql` or `)})
    order by received_at, notification_id limit ${mostWaiting}`.execute(tx)
  return rows
}

/** What is asked of all that wait for somebody to say which child they are about, to say what is due. */
export async function listReceived(
  tx: Work,
): Promise<Pick<Notification, 'routeIn' | 'details' | 'receivedAt'>[]> {
  const { rows } = await sql<Pick<Notification, 'routeIn' | 'details' | 'receivedAt'>>`
    select route_in as "routeIn", details, received_at as "receivedAt" from notification
    where service_id = current_service() and child_id is null and closed_at is null`.execute(tx)
  return rows
}

/** How many wait for somebody to say which child they are about. */
export async function countOpen(tx: Work): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notification
    where service_id = current_service() and child_id is null and closed_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Where the day alone is known, the clock starts at the beginning of it. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(ukZone).toInstant()
}

/**
 * Keeps what arrived, unless it came before by the same route about the same child. One crime may have several children:
 * the sender's reference, the name and the date of birth together say whether it did. Without a reference it is the same
 * only where it was received on the same day and every answer is the same; and so is, under a reference, what says otherwise
 * once the first is settled, unless the form is one that is sent again and again.
 * @returns its id, and whether it was there already: then with what was answered otherwise then
 */
export async function keepNotification(
  tx: Work,
  { routeIn, form, answers }: Arriving,
): Promise<{ notificationId: string; differing: string[] | undefined }> {
  const { text, day, question } = sayingsOf(form, answers)
  const received = day('received')
  if (!received) throw new Error(`The form ${form.id} was read without “${question('received')}”`)
  // An estimate tells nobody apart, and hides nobody: as where no date is known, the name must.
  const born = birthSaid({ text, day })
  const described = {
    postcode: text('postcode'),
    phone: text('phone'),
    'parent-phone': text('parent-phone'),
    school: text('school'),
  }
  const { rows } = await sql<{ id: string; before: Answers | null }>`
    select id, before from keep_notification(${routeIn}, ${form.id}, ${form.isSentAgain ?? false}, ${text('reference') || null},
      ${startOfDay(received)}, ${text('given-name')}, ${text('family-name')}, ${namesIn({ text })}, ${born?.basis === 'known' ? born.date : null},
      ${JSON.stringify(described)}, ${JSON.stringify(answers)})`.execute(tx)
  const kept = rows[0]
  if (!kept) throw new Error('A notification was neither kept nor found')
  const { id, before } = kept
  // What was left open now says nothing against what was said then.
  const differing = before
    ? Object.keys(answers).filter(name => JSON.stringify(answers[name]) !== JSON.stringify(before[name]))
    : undefined
  return { notificationId: id, differing }
}

/** Every name that an arrival gives the child, as names are compared; its own is the first. */
export function namesIn({ text }: Pick<Sayings, 'text'>): string[] {
  const others = text('other-names').split(';').map(foldName)
  const own = foldName(`${text('given-name')} ${text('family-name')}`)
  return [own, ...new Set(others.filter(name => name !== '' && name !== own))]
}

/** Another arrival under the same reference. */
export type OfSameReference = Pick<
  Notification,
  | 'notificationId'
  | 'givenName'
  | 'familyName'
  | 'birthDate'
  | 'childId'
  | 'involvementId'
  | 'closedReason'
  | 'hasJoined'
>

/** The others that came by the same form under the same reference: children of one crime, or the same child written otherwise. */
export async function listOfSameReference(
  tx: Work,
  { notificationId, reference, form }: Pick<Notification, 'notificationId' | 'reference' | 'form'>,
): Promise<OfSameReference[]> {
  if (reference === null) return []
  const { rows } = await sql<OfSameReference>`
    select notification_id as "notificationId", given_name as "givenName", family_name as "familyName",
      birth_date as "birthDate", child_id as "childId", involvement_id as "involvementId", closed_reason as "closedReason",
      has_joined as "hasJoined"
    from notification
    where service_id = current_service() and form = ${form} and folded_reference = fold_reference(${reference})
      and notification_id <> ${notificationId}
    order by received_at, notification_id`.execute(tx)
  return rows
}

/** Lets one person after the other say who a child is, until the transaction ends: two may be adding the same one. */
export async function holdIdentifying(tx: Work): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('identifying ' || current_service()::text, 0))`.execute(tx)
}

/**
 * Holds a notification for this transaction, so that two people cannot settle it at once.
 * @returns false when somebody has settled or changed it since it was read
 */
export async function holdNotification(
  tx: Work,
  { notificationId, version }: Pick<Notification, 'notificationId' | 'version'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from notification
    where service_id = current_service() and notification_id = ${notificationId} and version = ${version} for update`.execute(
    tx,
  )
  return rows.length === 1
}

/** Says which child a notification is about, and which case it opened or joined. @returns false when it was settled before */
export async function settleNotification(
  tx: Work,
  which: Pick<Notification, 'notificationId' | 'version'>,
  outcome:
    | { childId: string; involvementId: string; hasJoined: boolean }
    | { closedAt: Temporal.Instant; closedReason: string; closedBy: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('notification')
    .set(eb => ({
      version: eb('version', '+', 1),
      ...('childId' in outcome
        ? {
            child_id: outcome.childId,
            involvement_id: outcome.involvementId,
            has_joined: outcome.hasJoined,
          }
        : { closed_at: outcome.closedAt, closed_reason: outcome.closedReason, closed_by: outcome.closedBy }),
    }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('notification_id', '=', which.notificationId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
