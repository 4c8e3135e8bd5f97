import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { isRelated } from '../children/index.ts'
import { daysToTell, triesToTell, type Whose } from './ownPage.ts'
import type { FoundPage } from './ownPageQueries.ts'

/** What somebody said on their own page. */
export type OwnMessage = {
  messageId: string
  childId: string
  childName: string
  ownPageId: string
  whose: Whose
  /** Which parent or carer said it, as the workers say it. */
  readerWords: string
  appointmentId: string | null
  /** When the appointment is that they cannot come to. */
  startsAt: Temporal.Instant | null
  words: string
  saidAt: Temporal.Instant
  heardBy: string | null
  heardAt: Temporal.Instant | null
  /** Whether somebody may not be safe, as whoever heard it understood it, and what was done about it. */
  danger: 'yes' | 'no' | null
  doneWords: string
  /** Who of those who answer for the service has looked at it, when, and what they say to it. */
  lookedBy: string | null
  lookedAt: Temporal.Instant | null
  lookedWords: string
  version: number
}

const message = sql`
  select m.message_id as "messageId", m.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
    m.own_page_id as "ownPageId", p.whose, p.reader_words as "readerWords", m.appointment_id as "appointmentId", a.starts_at as "startsAt", m.words, m.said_at as "saidAt",
    h.name as "heardBy", m.heard_at as "heardAt", m.danger, m.done_words as "doneWords", l.name as "lookedBy",
    m.looked_at as "lookedAt", m.looked_words as "lookedWords", m.version
  from own_message m
  join own_page p on p.service_id = m.service_id and p.own_page_id = m.own_page_id
  join child c on c.service_id = m.service_id and c.child_id = m.child_id
  left join appointment a on a.service_id = m.service_id and a.appointment_id = m.appointment_id
  left join person_account h on h.service_id = m.service_id and h.user_id = m.heard_by
  left join person_account l on l.service_id = m.service_id and l.user_id = m.looked_by
  where m.service_id = current_service()`

/** What was said on the pages of a child and the parents, the latest first. */
export async function listMessages(tx: Work, childId: string): Promise<OwnMessage[]> {
  const { rows } =
    await sql<OwnMessage>`${message} and m.child_id = ${childId} order by m.said_at desc, m.message_id`.execute(
      tx,
    )
  return rows
}

/** Nobody who can sign in has a part in a case of the child that is open. */
const hasNobody = (child: 'm' | 'p') => sql<boolean>`not exists (select from case_worker w
  join person_account o on o.service_id = w.service_id and o.user_id = w.user_id and o.disabled_at is null
  where w.service_id = ${sql.raw(child)}.service_id and w.child_id = ${sql.raw(child)}.child_id and w.until_at is null)`

/**
 * For whom something on the page of a child is: those who have a part in a case, or cover for them; where nobody has, those who
 * answer for the service, and of a restricted record whoever may open it at all.
 */
const isFor = (child: 'm' | 'p', answersForService: boolean) => sql<boolean>`(${isRelated(child)}
  or ${hasNobody(child)} and (${answersForService} or exists (select from child_restriction r
    where r.service_id = ${sql.raw(child)}.service_id and r.child_id = ${sql.raw(child)}.child_id)))`

type Reader = { userId: string; answersForService: boolean }

/** After so many hours what nobody has heard is on the day of those who answer for the service too: it can tell of danger. */
export const hoursToHear = 24

/** What nobody has heard yet and is for this person: also of an appointment that is theirs. */
export async function listUnheard(
  tx: Work,
  { userId, answersForService }: Reader,
  now: Temporal.Instant,
): Promise<OwnMessage[]> {
  const late = now.subtract({ hours: hoursToHear })
  const { rows } = await sql<OwnMessage>`${message} and m.heard_at is null
      and (a.with_user = ${userId} or ${isFor('m', answersForService)} or ${answersForService} and m.said_at <= ${late})
    order by m.said_at, m.message_id`.execute(tx)
  return rows
}

/** What somebody else has heard, of which they say that somebody could be in danger: until one of those who answer for the service looked at it. */
export async function listInDanger(tx: Work, { userId, answersForService }: Reader): Promise<OwnMessage[]> {
  if (!answersForService) return []
  const { rows } = await sql<OwnMessage>`${message} and m.danger = 'yes' and m.looked_at is null
      and m.heard_by is distinct from ${userId}
    order by m.heard_at, m.message_id`.execute(tx)
  return rows
}

/**
 * Says that one of those who answer for the service has looked at what was heard, and how they see it.
 * @returns false where somebody else was quicker
 */
export async function markLooked(
  tx: Work,
  { messageId, version }: Pick<OwnMessage, 'messageId' | 'version'>,
  { by, at, danger, words }: { by: string; at: Temporal.Instant; danger: 'yes' | 'no'; words: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_message set looked_by = ${by}, looked_at = ${at}, looked_words = ${words}, danger = ${danger},
      done_words = case when done_words = '' then ${words} else done_words end, version = version + 1
    where service_id = current_service() and message_id = ${messageId} and version = ${version} and heard_at is not null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** A page on which wrong PINs were typed of late, enough to be told of. */
export type TriedPage = {
  ownPageId: string
  childId: string
  childName: string
  whose: Whose
  readerWords: string
  hasEnded: boolean
}

/** The pages with wrong PINs that are for this person to know of. */
export async function listTried(
  tx: Work,
  { answersForService }: Reader,
  now: Temporal.Instant,
): Promise<TriedPage[]> {
  const since = now.subtract({ hours: 24 * daysToTell })
  const { rows } = await sql<TriedPage>`
    select p.own_page_id as "ownPageId", p.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      p.whose, p.reader_words as "readerWords", p.ended_at is not null as "hasEnded"
    from own_page p join child c on c.service_id = p.service_id and c.child_id = p.child_id
    where p.service_id = current_service() and p.last_wrong_at > ${since} and p.all_wrong_tries >= ${triesToTell}
      and p.ended_why <> 'by-worker' and p.expires_at > ${now} and ${isFor('p', answersForService)}
    order by p.last_wrong_at desc, p.own_page_id`.execute(tx)
  return rows
}

/** One message of a child’s pages; undefined where there is none. */
export async function findMessage(
  tx: Work,
  childId: string,
  messageId: string,
): Promise<OwnMessage | undefined> {
  const id = parseId<'message'>(messageId)
  if (!id) return undefined
  const { rows } =
    await sql<OwnMessage>`${message} and m.child_id = ${childId} and m.message_id = ${id}`.execute(tx)
  return rows[0]
}

/** Keeps what somebody said; the same words again, because the first answer was lost, are kept once. */
export async function insertMessage(
  tx: Work,
  page: Pick<FoundPage, 'serviceId' | 'childId' | 'ownPageId'>,
  { appointmentId, words, at }: { appointmentId: string | null; words: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into own_message (service_id, child_id, own_page_id, appointment_id, words, said_at)
    select ${page.serviceId}, ${page.childId}, ${page.ownPageId}, ${appointmentId}::uuid, ${words}, ${at}
    where not exists (select from own_message m where m.service_id = current_service() and m.own_page_id = ${page.ownPageId}
      and m.appointment_id is not distinct from ${appointmentId}::uuid and m.words = ${words} and m.heard_at is null)`.execute(
    tx,
  )
}

/** Says that somebody has heard it. @returns false where somebody else was quicker */
export async function markHeard(
  tx: Work,
  { messageId, version }: Pick<OwnMessage, 'messageId' | 'version'>,
  { by, at, danger, done }: { by: string; at: Temporal.Instant; danger: 'yes' | 'no'; done: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update own_message set heard_by = ${by}, heard_at = ${at}, danger = ${danger}, done_words = ${done}, version = version + 1
    where service_id = current_service() and message_id = ${messageId} and version = ${version}
      and heard_at is null`.execute(tx)
  return numAffectedRows === 1n
}
