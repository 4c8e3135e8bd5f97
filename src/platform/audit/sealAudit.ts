import type { Kysely } from 'kysely'
import type { Secret } from '../config/index.ts'
import { type DB, inTransaction, listServices } from '../database/index.ts'
import { type Job, JobFault } from '../jobs/index.ts'
import { type Head, type KeptHeads, keptHeads } from './keptHeads.ts'
import { signSeal } from './seal.ts'
import { extendChain, findLinkHash, insertSeal } from './sealQueries.ts'

/** What sealing did for a service. */
export type Sealed = {
  serviceId: string
  /** The new head; undefined when nothing was new. */
  head: Head | undefined
  /** The chain no longer holds the head that was kept outside of the database: it has been tampered with. */
  lostKeptHead: boolean
}

/**
 * Adds to each service's chain what has been written since, and signs its head. Each service in a transaction of its
 * own; several nodes may do it at once. The head is also put in `kept`, except where the chain no longer holds the
 * one that stands there: that one remains as evidence.
 */
export async function sealAudit(db: Kysely<DB>, secret: Secret, kept?: KeptHeads): Promise<Sealed[]> {
  const before = kept?.read() ?? {}
  const sealed: Sealed[] = []
  for (const id of await listServices(db)) sealed.push(await sealService(db, secret, id, before[id]))
  const news = sealed.flatMap(({ serviceId, head, lostKeptHead }) =>
    head && !lostKeptHead ? [[serviceId, head] as const] : [],
  )
  if (news.length > 0) kept?.keep({ ...kept.read(), ...Object.fromEntries(news) })
  return sealed
}

function sealService(
  db: Kysely<DB>,
  secret: Secret,
  serviceId: string,
  keptHead: Head | undefined,
): Promise<Sealed> {
  return inTransaction(db, { serviceId, purpose: 'Sealed the audit' }, async tx => {
    const seal = await extendChain(tx, serviceId)
    if (seal) await insertSeal(tx, seal, signSeal(seal, secret))
    return {
      serviceId,
      head: seal && { position: seal.position, hash: seal.hash },
      lostKeptHead: keptHead !== undefined && (await findLinkHash(tx, keptHead.position)) !== keptHead.hash,
    }
  })
}

/** Seals the audit each minute. Fails, for the administrator to see, when the chain has lost what was sealed before. */
export const sealAuditJob: Job = {
  name: 'seal-audit',
  title: 'Seal the audit',
  every: '* * * * *',
  async run(_data, { db, secret, config }) {
    const sealed = await sealAudit(db, secret, keptHeads(config.dataFolder))
    const lost = sealed.filter(({ lostKeptHead }) => lostKeptHead)
    if (lost.length === 0) return
    const services = lost.map(({ serviceId }) => serviceId).join(', ')
    throw new JobFault(
      `The audit of ${services} no longer holds what was sealed before. Run: throughline audit verify`,
    )
  },
}
