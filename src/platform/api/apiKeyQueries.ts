import { type Kysely, sql } from 'kysely'
import { isScope, type Scope } from '../access/index.ts'
import type { DB, Work } from '../database/index.ts'
import { hashToken } from '../identity/index.ts'
import type { Caller } from './apiRoute.ts'
import { beginningOf, newKeyText } from './keyText.ts'

/** A key as an administrator sees it. */
export type ApiKey = {
  keyId: string
  systemName: string
  name: string
  scopes: Scope[]
  /** The ways in by which it may send; null: every one. */
  ways: string[] | null
  /** Its first characters. */
  beginning: string
  madeBy: string
  madeAt: Temporal.Instant
  expiresAt: Temporal.Instant
  usedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
}

/** The keys of a service, those made last first; only the one of an id where one is given. */
export async function listApiKeys(tx: Work, serviceId: string, keyId?: string): Promise<ApiKey[]> {
  const { rows } = await sql<Omit<ApiKey, 'scopes'> & { scopes: string[] }>`
    select k.key_id as "keyId", s.name as "systemName", k.name, k.scopes, k.ways, k.beginning, a.name as "madeBy",
      k.made_at as "madeAt", k.expires_at as "expiresAt", k.used_at as "usedAt", k.ended_at as "endedAt"
    from api_key k join partner_system s using (service_id, system_id)
      join person_account a on a.service_id = k.service_id and a.user_id = k.made_by
    where k.service_id = ${serviceId} and (${keyId ?? null}::text is null or k.key_id::text = ${keyId ?? null})
    order by k.made_at desc, k.key_id desc`.execute(tx)
  return rows.map(row => ({ ...row, scopes: row.scopes.filter(isScope) }))
}

export type PartnerSystem = { systemId: string; name: string }

/** The systems that keys were made for, by name. */
export function listPartnerSystems(tx: Work, serviceId: string): Promise<PartnerSystem[]> {
  return tx
    .selectFrom('partner_system')
    .select(['system_id as systemId', 'name'])
    .where('service_id', '=', serviceId)
    .orderBy(sql`lower(name)`)
    .execute()
}

/** Adds a partner's system. @returns its id; undefined when there is one of this name, in whatever capitals */
export async function addPartnerSystem(
  tx: Work,
  serviceId: string,
  name: string,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('partner_system')
    .values({ service_id: serviceId, name })
    .onConflict(conflict => conflict.doNothing())
    .returning('system_id')
    .executeTakeFirst()
  return row?.system_id
}

export type NewApiKey = {
  serviceId: string
  systemId: string
  name: string
  scopes: readonly Scope[]
  ways: readonly string[] | null
  madeBy: string
  madeAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/**
 * Makes a key.
 * @returns the key itself, to be shown once; only its hash is kept
 */
export async function makeApiKey(tx: Work, made: NewApiKey): Promise<string> {
  const key = newKeyText()
  await tx
    .insertInto('api_key')
    .values({
      service_id: made.serviceId,
      system_id: made.systemId,
      name: made.name,
      scopes: [...made.scopes],
      ways: made.ways && [...made.ways],
      token_hash: hashToken(key),
      beginning: beginningOf(key),
      made_by: made.madeBy,
      made_at: made.madeAt,
      expires_at: made.expiresAt,
    })
    .execute()
  return key
}

/** Ends a key at once. @returns false when it had been ended before, or is not there */
export async function endApiKey(
  tx: Work,
  which: { serviceId: string; keyId: string },
  by: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const ended = await tx
    .updateTable('api_key')
    .set({ ended_at: now, ended_by: by })
    .where('service_id', '=', which.serviceId)
    .where('key_id', '=', which.keyId)
    .where('ended_at', 'is', null)
    .returning('key_id')
    .execute()
  return ended.length === 1
}

/** A key as it was found, with what decides whether it is good. */
export type FoundKey = {
  caller: Caller
  expiresAt: Temporal.Instant
  usedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
}

type KeyRow = {
  service_id: string
  service_name: string
  system_id: string
  system_name: string
  key_id: string
  scopes: string[]
  ways: string[] | null
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

/** The key of any service with this text; undefined when there is none. */
export async function findApiKey(db: Kysely<DB>, key: string): Promise<FoundKey | undefined> {
  const { rows } = await sql<KeyRow>`select * from find_api_key(${hashToken(key)})`.execute(db)
  const row = rows[0]
  return (
    row && {
      caller: {
        serviceId: row.service_id,
        serviceName: row.service_name,
        systemId: row.system_id,
        systemName: row.system_name,
        keyId: row.key_id,
        scopes: row.scopes.filter(isScope),
        ways: row.ways,
      },
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      endedAt: row.ended_at,
    }
  )
}

/** Notes that a key was used. */
export async function markUsed(tx: Work, { serviceId, keyId }: Caller, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ used_at: now })
    .where('service_id', '=', serviceId)
    .where('key_id', '=', keyId)
    .execute()
}
