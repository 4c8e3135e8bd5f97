import type { Kysely } from 'kysely'
import { type DB, inTransaction, listServices, type Work } from '../../platform/database/index.ts'
import { listUnfinished } from './importQueries.ts'

/** Asks for the work on every file that a server left half-way, in all services. Asking twice does no harm. */
export async function resumeImports(
  db: Kysely<DB>,
  ask: (tx: Work, data: { serviceId: string; importId: string }) => Promise<void>,
): Promise<void> {
  for (const serviceId of await listServices(db)) {
    await inTransaction(db, { serviceId, purpose: 'Saw to files that were left half-way' }, async tx => {
      for (const importId of await listUnfinished(tx)) await ask(tx, { serviceId, importId })
    })
  }
}
