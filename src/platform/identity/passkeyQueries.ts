import type { WebAuthnCredential } from '@simplewebauthn/server'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { DB, Work } from '../database/index.ts'
import type { Owner } from './tries.ts'

export type PasskeyRow = Selectable<DB['passkey']>

/** The ids of a person's passkeys, and how the browser can reach each. */
export function listPasskeys(tx: Work, owner: Owner): Promise<{ id: string; transports: string[] }[]> {
  return tx
    .selectFrom('passkey')
    .select(['passkey_id as id', 'transports'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}

/** A passkey by its id, in any service, if its owner's account is not disabled. */
export async function findPasskey(db: Kysely<DB>, id: string): Promise<PasskeyRow | undefined> {
  const { rows } = await sql<PasskeyRow>`select * from find_passkey(${id})`.execute(db)
  return rows[0]
}

/** Keeps a new passkey; false when it is known already. */
export async function keepPasskey(
  tx: Work,
  owner: Owner,
  credential: WebAuthnCredential,
  name: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const kept = await tx
    .insertInto('passkey')
    .values({
      service_id: owner.serviceId,
      user_id: owner.userId,
      passkey_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
      created_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('passkey_id')
    .execute()
  return kept.length === 1
}

/**
 * Notes that a passkey was used. A question that was asked before the passkey's last use has been answered already,
 * so an answer that somebody overheard is of no use to them.
 * @returns false when this was such a second answer
 */
export async function markPasskeyUsed(
  tx: Work,
  passkey: PasskeyRow,
  use: { counter: number; asked: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  const marked = await tx
    .updateTable('passkey')
    .set({ used_at: use.now, counter: use.counter })
    .where('service_id', '=', passkey.service_id)
    .where('passkey_id', '=', passkey.passkey_id)
    .where(eb => eb.or([eb('used_at', 'is', null), eb('used_at', '<', use.asked)]))
    .returning('passkey_id')
    .execute()
  return marked.length === 1
}

/** Gives a passkey another name; false when the person has no such passkey. */
export async function renamePasskey(tx: Work, owner: Owner, id: string, name: string): Promise<boolean> {
  const renamed = await tx
    .updateTable('passkey')
    .set({ name })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('passkey_id', '=', id)
    .returning('passkey_id')
    .execute()
  return renamed.length === 1
}
