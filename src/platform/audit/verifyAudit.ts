import { Client } from 'pg'
import type { Secret } from '../config/index.ts'
import { type Followed, followChain } from './followChain.ts'
import type { Head, KeptHeads } from './keptHeads.ts'
import { beginReading, listAudited, listLooseSeals, readLinks, readUnlinked } from './verifyQueries.ts'

/** What verifying found in one service. */
export type AuditReport = Pick<Followed, 'faults' | 'faultCount' | 'head'> & {
  serviceId: string
  serviceName: string
  events: number
  /** Events in the chain, and events that wait to be sealed. */
  sealed: number
  unsealed: number
  sealedAt: Temporal.Instant | undefined
}

/**
 * Verifies the audit of every service as it is at one moment, without holding up anybody's work: works out every hash,
 * follows every chain and checks every seal.
 * @param kept the heads kept outside of the database; without them a chain whose end was cut off cleanly looks whole
 */
export async function verifyAudit(
  ownerUrl: string,
  secret: Secret,
  kept?: KeptHeads,
): Promise<AuditReport[]> {
  // Read before the database is, so that what is sealed meanwhile is not looked for in vain.
  const heads = kept?.read() ?? {}
  const client = new Client({ connectionString: ownerUrl, application_name: 'throughline audit verify' })
  await client.connect()
  try {
    const moment = await beginReading(client)
    const reports: AuditReport[] = []
    for (const service of await listAudited(client)) {
      reports.push(await verifyService(client, secret, service, moment, heads[service.serviceId]))
    }
    return reports
  } finally {
    await client.end()
  }
}

async function verifyService(
  client: Client,
  secret: Secret,
  { serviceId, name, events }: { serviceId: string; name: string; events: number },
  { here, next }: { here: string; next: string },
  keptHead: Head | undefined,
): Promise<AuditReport> {
  const chain = followChain(serviceId, secret, keptHead)
  for await (const link of readLinks(client, serviceId)) chain.follow(link)
  let unsealed = 0
  for await (const event of readUnlinked(client, serviceId)) {
    unsealed += 1
    chain.judgeUnlinked(event, here, next)
  }
  for (const seal of await listLooseSeals(client, serviceId)) chain.judgeLooseSeal(seal)
  const { faults, faultCount, links, head, lastSeal } = chain.end()
  return {
    serviceId,
    serviceName: name,
    events,
    sealed: links,
    unsealed,
    head,
    sealedAt: lastSeal?.sealedAt,
    faults,
    faultCount,
  }
}
