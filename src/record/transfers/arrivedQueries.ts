import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { TransferPackage } from './package.ts'

/** A package from another service that waits for somebody to say which child it is about, or did. */
export type Arrived = {
  arrivedTransferId: string
  fromService: string
  takenAt: Temporal.Instant
  takenBy: string
  childId: string | null
  settledAt: Temporal.Instant | null
  version: number
}

const columns = sql`t.arrived_transfer_id as "arrivedTransferId", t.from_service as "fromService", t.taken_at as "takenAt",
  a.name as "takenBy", t.child_id as "childId", t.settled_at as "settledAt", t.version`

/** What of a package can be compared with the children hidden from somebody. */
export type ComparedBy = {
  foldedNames: string[]
  birthDate: Temporal.PlainDate | null
  postcode: string
  phone: string
  school: string
}

type NewArrived = ComparedBy & {
  serviceId: string
  hash: Buffer
  content: TransferPackage
  by: string
  at: Temporal.Instant
}

/**
 * Keeps a package until it is settled, unless the same content came before.
 * @returns how it stands, and whether it came before; undefined where it may be about a child whom this person must not
 *   know of: it then waits for somebody else
 */
export async function keepArrived(
  tx: Work,
  it: NewArrived,
): Promise<(Arrived & { cameBefore: boolean }) | undefined> {
  // Neither a target nor an answer: one that the person may not see must look like any other.
  const kept = await sql`
    insert into arrived_transfer (service_id, content_hash, from_service, reference, folded_names, birth_date, postcode,
      phone, school, content, taken_by, taken_at)
    values (${it.serviceId}, ${it.hash}, ${it.content.from}, ${it.content.child.reference}, ${it.foldedNames}, ${it.birthDate},
      ${it.postcode}, ${it.phone}, ${it.school}, ${JSON.stringify(it.content)}, ${it.by}, ${it.at})
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<Arrived>`
    select ${columns} from arrived_transfer t join person_account a on a.service_id = t.service_id and a.user_id = t.taken_by
    where t.service_id = current_service() and t.content_hash = ${it.hash}`.execute(tx)
  return rows[0] && { ...rows[0], cameBefore: kept.numAffectedRows === 0n }
}

/** Packages that wait, the oldest first, with the name in each. */
export async function listWaitingPackages(tx: Work): Promise<(Arrived & { name: string })[]> {
  const { rows } = await sql<Arrived & { name: string }>`
    select ${columns}, trim(concat_ws(' ', t.content->'child'->>'givenName', t.content->'child'->>'familyName')) as name
    from arrived_transfer t join person_account a on a.service_id = t.service_id and a.user_id = t.taken_by
    where t.service_id = current_service() and t.settled_at is null
    order by t.taken_at, t.arrived_transfer_id limit 200`.execute(tx)
  return rows
}

/**
 * A package by its id, with its content while it waits.
 * @param use to be settled: nobody else settles it until this transaction ends
 */
export async function findArrived(
  tx: Work,
  id: string,
  use: 'to-read' | 'to-settle',
): Promise<(Arrived & { content: TransferPackage | null }) | undefined> {
  const { rows } = await sql<Arrived & { content: TransferPackage | null }>`
    select ${columns}, t.content
    from arrived_transfer t join person_account a on a.service_id = t.service_id and a.user_id = t.taken_by
    where t.service_id = current_service() and t.arrived_transfer_id = ${id}
    ${use === 'to-settle' ? sql`for update of t` : sql``}`.execute(tx)
  return rows[0]
}

/** Settles a package: its content is on the child's record now, or was not ours. Nothing of it stays here. */
export async function settleArrived(
  tx: Work,
  it: Pick<Arrived, 'arrivedTransferId' | 'version'>,
  { childId, by, at }: { childId: string | null; by: string; at: Temporal.Instant },
): Promise<boolean> {
  const result = await sql`
    update arrived_transfer set child_id = ${childId}, settled_by = ${by}, settled_at = ${at}, content = null, reference = '',
      folded_names = '{}', birth_date = null, postcode = '', phone = '', school = '', version = version + 1
    where service_id = current_service() and arrived_transfer_id = ${it.arrivedTransferId} and version = ${it.version}
      and settled_at is null`.execute(tx)
  return result.numAffectedRows === 1n
}

/** What a child's record holds that a package may hold too. */
export async function heldBefore(tx: Work, childId: string) {
  const { rows: people } = await sql<{ name: string; mustNotBeContacted: boolean }>`
    select name, must_not_be_contacted as "mustNotBeContacted" from child_person
    where service_id = current_service() and child_id = ${childId} and ended_at is null`.execute(tx)
  const { rows: offences } = await sql<{ description: string; committedOn: Temporal.PlainDate | null }>`
    select description, committed_on as "committedOn" from offence
    where service_id = current_service() and child_id = ${childId}`.execute(tx)
  return { people, offences }
}

/** A package that was taken in, and the case that was opened with it. */
export type TakenIn = {
  arrivedTransferId: string
  childId: string
  fromService: string
  settledAt: Temporal.Instant
  involvementId: string | null
  version: number
}

/** The packages that were put on a child's record, the latest first. */
export async function listTakenIn(tx: Work, childId: string): Promise<TakenIn[]> {
  const { rows } = await sql<TakenIn>`
    select t.arrived_transfer_id as "arrivedTransferId", t.child_id as "childId", t.from_service as "fromService",
      t.settled_at as "settledAt", t.involvement_id as "involvementId", t.version
    from arrived_transfer t where t.service_id = current_service() and t.child_id = ${childId}
    order by t.settled_at desc, t.arrived_transfer_id desc`.execute(tx)
  return rows
}

/**
 * Holds a package that was taken in until the transaction ends, so that two do not open a case with it at once.
 * @returns false where a case has been opened with it since it was read, or it has changed otherwise
 */
export async function holdTakenIn(
  tx: Work,
  { arrivedTransferId, version }: Pick<TakenIn, 'arrivedTransferId' | 'version'>,
): Promise<boolean> {
  const { rows } = await sql`
    select from arrived_transfer
    where service_id = current_service() and arrived_transfer_id = ${arrivedTransferId} and version = ${version}
      and involvement_id is null for update`.execute(tx)
  return rows.length === 1
}

/** Says which case was opened with a package. Hold the package first. */
export async function setCaseOpened(
  tx: Work,
  { arrivedTransferId }: Pick<TakenIn, 'arrivedTransferId'>,
  involvementId: string,
): Promise<void> {
  await sql`
    update arrived_transfer set involvement_id = ${involvementId}, version = version + 1
    where service_id = current_service() and arrived_transfer_id = ${arrivedTransferId}`.execute(tx)
}
