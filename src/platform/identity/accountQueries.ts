import { sql } from 'kysely'
import { isRole, type Role } from '../access/index.ts'
import type { Work } from '../database/index.ts'
import type { Owner } from './tries.ts'

/** An account as its owner and an administrator see it. */
export type Account = {
  userId: string
  name: string
  email: string
  roles: Role[]
  disabledAt: Temporal.Instant | null
  /** False until the invitation has been accepted. */
  hasPassword: boolean
  hasSecondFactor: boolean
  restsUntil: Temporal.Instant | null
  lastSeen: Temporal.Instant | null
  createdAt: Temporal.Instant
  /** Goes up with every change of name or roles. */
  version: number
}

/** Every account of a service, by name. */
export async function listAccounts(tx: Work, serviceId: string): Promise<Account[]> {
  return readAccounts(tx, serviceId, null)
}

export async function findAccount(tx: Work, owner: Owner): Promise<Account | undefined> {
  const [account] = await readAccounts(tx, owner.serviceId, owner.userId)
  return account
}

async function readAccounts(tx: Work, serviceId: string, userId: string | null): Promise<Account[]> {
  const { rows } = await sql<Omit<Account, 'roles'> & { roles: string[] }>`
    select a.user_id as "userId", a.name, a.email, a.roles, a.disabled_at as "disabledAt",
      a.password_hash is not null as "hasPassword",
      exists (select from authenticator_app t where t.service_id = a.service_id and t.user_id = a.user_id)
        or exists (select from passkey p where p.service_id = a.service_id and p.user_id = a.user_id) as "hasSecondFactor",
      a.locked_until as "restsUntil",
      (select max(s.seen_at) from session s where s.service_id = a.service_id and s.user_id = a.user_id) as "lastSeen",
      a.created_at as "createdAt", a.version
    from person_account a
    where a.service_id = ${serviceId} and (${userId}::text is null or a.user_id::text = ${userId})
    order by lower(a.name), a.email`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}

/** Changes name and roles; false when somebody has changed them since `version`. */
export async function updateAccount(
  tx: Work,
  owner: Owner,
  change: { name: string; roles: readonly Role[]; version: number },
): Promise<boolean> {
  const updated = await tx
    .updateTable('person_account')
    .set({ name: change.name, roles: [...change.roles], version: change.version + 1 })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('version', '=', change.version)
    .returning('user_id')
    .execute()
  return updated.length === 1
}

/** Disables an account, or enables it again. */
export async function markDisabled(tx: Work, owner: Owner, since: Temporal.Instant | null): Promise<void> {
  await tx
    .updateTable('person_account')
    .set({ disabled_at: since })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}

/** Sets a password, already hashed; the account rests no longer. */
export async function setPasswordHash(tx: Work, owner: Owner, passwordHash: string): Promise<void> {
  await tx
    .updateTable('person_account')
    .set({ password_hash: passwordHash, failed_sign_ins: 0, locked_until: null })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}

/**
 * How many people could still administer the service without this one. Whoever asks next waits until this transaction
 * has ended, so that two administrators cannot disable each other at the same moment.
 */
export async function countOtherAdministrators(tx: Work, owner: Owner): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('administrators ' || ${owner.serviceId}, 0))`.execute(
    tx,
  )
  const { rows } = await sql<{ count: number }>`
    select count(*) from person_account a
    where a.service_id = ${owner.serviceId} and a.user_id <> ${owner.userId}
      and can_sign_in(a) and 'administrator' = any (a.roles)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The name of a service, as messages give it. */
export async function findServiceName(tx: Work, serviceId: string): Promise<string> {
  const row = await tx
    .selectFrom('service')
    .select('name')
    .where('service_id', '=', serviceId)
    .executeTakeFirstOrThrow()
  return row.name
}
