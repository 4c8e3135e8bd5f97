import type { Work } from '../../platform/database/index.ts'
import { listFacts } from './factQueries.ts'

/** In place of an address that somebody must not learn. */
export const confidentialHome = 'At home: the address is confidential, and is not written here'

/** Addresses that somebody must not learn. */
export type ConfidentialHomes = {
  /** From whom, as it was written down, of the addresses where the child lives now; empty where from nobody. */
  from: string
  /** The addresses themselves, those that have ended too: nothing that leaves the service has them in it. */
  addresses: readonly { address: string; postcode: string }[]
}

/** The addresses of a child that are confidential from somebody, and from whom. */
export async function readConfidentialHomes(tx: Work, childId: string): Promise<ConfidentialHomes> {
  const kept = (await listFacts(tx, 'addresses', childId)).filter(({ said }) => said.confidential_from)
  const now = kept.filter(({ until }) => until === null).map(({ said }) => said.confidential_from ?? '')
  return {
    from: [...new Set(now)].join('; '),
    addresses: kept.map(({ said }) => ({ address: said.address ?? '', postcode: said.postcode ?? '' })),
  }
}
