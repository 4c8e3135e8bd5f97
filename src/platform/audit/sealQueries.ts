import { sql } from 'kysely'
import type { Work } from '../database/index.ts'
import type { Seal } from './seal.ts'

/**
 * Adds what is new to a service's chain.
 * @returns its head, to be signed in the same transaction; undefined when the head is sealed already
 */
export async function extendChain(tx: Work, serviceId: string): Promise<Seal | undefined> {
  // After a great import there is much to add; the usual limit for one statement is for people who wait.
  await sql`set local statement_timeout = 0`.execute(tx)
  const { rows } = await sql<Omit<Seal, 'serviceId'>>`
    select position, encode(hash, 'hex') as hash, horizon::text as horizon, server, sealed_at as "sealedAt"
    from extend_audit_chain(${serviceId})`.execute(tx)
  return rows[0] && { serviceId, ...rows[0] }
}

/** Keeps a signed head. */
export async function insertSeal(tx: Work, seal: Seal, signature: string): Promise<void> {
  const { serviceId, position, hash, horizon, server, sealedAt } = seal
  await sql`select sign_audit_chain(${serviceId}, ${position}, decode(${hash}, 'hex'), ${horizon}::xid8, ${server},
    ${sealedAt}, ${signature})`.execute(tx)
}

/** The hash at a position of the service's chain; undefined when the chain does not reach there. */
export async function findLinkHash(tx: Work, position: number): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from audit_link
    where service_id = current_service() and position = ${position}`.execute(tx)
  return rows[0]?.hash
}
