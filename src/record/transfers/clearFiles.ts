import { sql } from 'kysely'
import { inTransaction, listServices } from '../../platform/database/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { fileWaits } from './make.page.tsx'

/** Deletes packages that were made and that nobody has taken within the hour. */
export const clearTransferFilesJob: Job = {
  name: 'clear-transfer-files',
  title: 'Delete packages for other services that nobody has taken',
  every: '20 * * * *',
  async run(_data, { db, now }) {
    for (const id of await listServices(db)) {
      await inTransaction(
        db,
        { serviceId: id, purpose: 'Deleted packages that nobody has taken' },
        async tx => {
          await sql`select clear_transfer_files(${now().subtract(fileWaits)})`.execute(tx)
        },
      )
    }
  },
}
