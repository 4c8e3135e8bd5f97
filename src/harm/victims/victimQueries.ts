import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import type { HarmedBy, Victim, VictimContact } from './victim.ts'

const columns = sql`v.victim_id as "victimId", v.kind, v.name, v.known_as as "knownAs", v.age_group as "ageGroup", v.phone,
  v.email, v.address, v.language, v.needs, v.safe_contact as "safeContact", v.police_reference as "policeReference", v.consent,
  v.consent_on as "consentOn", v.consent_words as "consentWords", v.safety, p.name as "passedOnBy",
  v.passed_on_at as "passedOnAt", v.closed_on as "closedOn", v.closed_reason as "closedReason", v.closed_words as "closedWords",
  v.version,
  (select max(c.at) from victim_contact c where c.service_id = v.service_id and c.victim_id = v.victim_id and c.was_reached) as "reachedAt",
  (select max(c.at) from victim_contact c where c.service_id = v.service_id and c.victim_id = v.victim_id) as "triedAt"`
const from = sql`from victim v join person_account p on p.service_id = v.service_id and p.user_id = v.passed_on_by
  where v.service_id = current_service()`

/** At most so many closed records are listed: the latest. */
const mostClosed = 50

/** Those who were harmed: the open records, those passed on first first, then the latest that were closed. */
export async function listVictims(tx: Work): Promise<Victim[]> {
  const [open, closed] = await Promise.all([
    sql<Victim>`select ${columns} ${from} and v.closed_on is null order by v.passed_on_at, v.victim_id`.execute(
      tx,
    ),
    sql<Victim>`select ${columns} ${from} and v.closed_on is not null
      order by v.closed_on desc, v.victim_id limit ${mostClosed}`.execute(tx),
  ])
  return [...open.rows, ...closed.rows]
}

/** One record, by its id. */
export async function findVictim(tx: Work, victimId: string): Promise<Victim | undefined> {
  const id = parseId<'victim'>(victimId)
  if (!id) return undefined
  const { rows } = await sql<Victim>`select ${columns} ${from} and v.victim_id = ${id}`.execute(tx)
  return rows[0]
}

/** The children who harmed them, as far as the reader may see them. */
export async function listHarmedBy(tx: Work, victimId: string): Promise<HarmedBy[]> {
  const { rows } = await sql<HarmedBy>`
    select distinct on (o.child_id) o.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      o.what_happened as "whatHappened"
    from victim_of o join child c on c.service_id = o.service_id and c.child_id = o.child_id
    where o.service_id = current_service() and o.victim_id = ${victimId} order by o.child_id, o.victim_of_id`.execute(
    tx,
  )
  return rows
}

/** What was said with them, the latest first. */
export async function listVictimContacts(tx: Work, victimId: string): Promise<VictimContact[]> {
  const { rows } = await sql<VictimContact>`
    select c.contact_id as "contactId", c.at, c.way, c.was_reached as "wasReached", c.words, p.name as "recordedBy"
    from victim_contact c join person_account p on p.service_id = c.service_id and p.user_id = c.recorded_by
    where c.service_id = current_service() and c.victim_id = ${victimId} order by c.at desc, c.contact_id desc`.execute(
    tx,
  )
  return rows
}

/** Writes to the audit that somebody opened the record of somebody who was harmed. */
export async function recordVictimView(tx: Work, victimId: string): Promise<void> {
  await sql`select record_event('Looked at the record of somebody who was harmed', null,
    ${JSON.stringify({ victim: victimId })}::jsonb)`.execute(tx)
}

/** Writes to the audit that somebody opened the list of those who were harmed, and whom it named: one event for them all. */
export async function recordListView(tx: Work, listed: readonly Pick<Victim, 'victimId'>[]): Promise<void> {
  const victims = listed.map(({ victimId }) => victimId)
  await sql`select record_event('Looked at the list of those who were harmed', null,
    ${JSON.stringify({ victims })}::jsonb)`.execute(tx)
}

export type VictimSaid = Pick<
  Victim,
  | 'kind'
  | 'name'
  | 'knownAs'
  | 'ageGroup'
  | 'phone'
  | 'email'
  | 'address'
  | 'language'
  | 'needs'
  | 'safeContact'
  | 'policeReference'
  | 'safety'
>

const saidColumns = (it: VictimSaid) => ({
  kind: it.kind,
  name: it.name,
  known_as: it.knownAs,
  age_group: it.ageGroup,
  phone: it.phone,
  email: it.email,
  address: it.address,
  language: it.language,
  needs: it.needs,
  safe_contact: it.safeContact,
  police_reference: it.policeReference,
  safety: it.safety,
})

type ConsentSaid = Pick<Victim, 'consent' | 'consentOn' | 'consentWords'>

const consentColumns = ({ consent, consentOn, consentWords }: ConsentSaid) => ({
  consent,
  consent_on: consentOn,
  consent_words: consentWords,
})

/**
 * Passes on who was harmed by a child. Whoever passes it on may not be allowed to read it again: nothing is read back.
 * @returns the id of the record
 */
export async function insertVictim(
  tx: Work,
  it: VictimSaid &
    ConsentSaid & {
      serviceId: string
      childId: string
      whatHappened: string
      by: string
      at: Temporal.Instant
    },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(tx)
  const victimId = rows[0]?.id ?? ''
  await tx
    .insertInto('victim')
    .values({
      service_id: it.serviceId,
      victim_id: victimId,
      ...saidColumns(it),
      ...consentColumns(it),
      passed_on_by: it.by,
      passed_on_at: it.at,
    })
    .execute()
  await tx
    .insertInto('victim_of')
    .values({
      service_id: it.serviceId,
      victim_id: victimId,
      child_id: it.childId,
      what_happened: it.whatHappened,
    })
    .execute()
  return victimId
}

type Closing = { closedOn: Temporal.PlainDate | null; closedReason: string; closedWords: string }

/** Changes a record as it was read. @returns false where somebody else was quicker */
export async function changeVictim(
  tx: Work,
  { victimId, version }: Pick<Victim, 'victimId' | 'version'>,
  to: VictimSaid | ConsentSaid | Closing,
): Promise<boolean> {
  const columns =
    'name' in to
      ? saidColumns(to)
      : 'consent' in to
        ? consentColumns(to)
        : { closed_on: to.closedOn, closed_reason: to.closedReason, closed_words: to.closedWords }
  const { numUpdatedRows } = await tx
    .updateTable('victim')
    .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('victim_id', '=', victimId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes down what was said with them, or that they were not reached. */
export async function insertVictimContact(
  tx: Work,
  it: Omit<VictimContact, 'contactId' | 'recordedBy'> & {
    serviceId: string
    victimId: string
    by: string
    recordedAt: Temporal.Instant
  },
): Promise<void> {
  await tx
    .insertInto('victim_contact')
    .values({
      service_id: it.serviceId,
      victim_id: it.victimId,
      at: it.at,
      way: it.way,
      was_reached: it.wasReached,
      words: it.words,
      recorded_by: it.by,
      recorded_at: it.recordedAt,
    })
    .execute()
}
