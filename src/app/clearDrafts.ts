import { sql } from 'kysely'
import { inTransaction, listServices } from '../platform/database/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { searchPath } from '../record/children/index.ts'
import { searchNotesPath } from '../record/notes/index.ts'

/** How long what was typed and not sent is of use to its writer, in hours. */
const draftHours = 14 * 24
/** What was searched for is a draft too, and holds names of children. */
const searchHours = 24

/**
 * Deletes drafts after 14 days, searches after one, and after 14 days what is remembered of forms that were sent: of
 * people whose account is disabled too.
 */
export const clearDraftsJob: Job = {
  name: 'clear-drafts',
  title: 'Delete old drafts and searches',
  every: '35 3 * * *',
  async run(_data, { db, now }) {
    for (const id of await listServices(db)) {
      await inTransaction(db, { serviceId: id, purpose: 'Deleted old drafts' }, async tx => {
        await sql`select clear_drafts(${now().subtract({ hours: draftHours })}, null)`.execute(tx)
        await sql`select clear_forms_sent(${now().subtract({ hours: draftHours })})`.execute(tx)
        const before = now().subtract({ hours: searchHours })
        for (const searched of [searchPath.to(), searchNotesPath.to()])
          await sql`select clear_drafts(${before}, ${searched})`.execute(tx)
      })
    }
  },
}
