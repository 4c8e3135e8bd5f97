import { dayInUk } from '../../kernel/ukDay.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { scanForViruses } from '../../platform/files/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { findFile, readContent, saveScan } from './attachmentQueries.ts'
import { scanWordsOf } from './takeIn.ts'

/**
 * Has a file looked at that was kept without. It works for whoever asked, so that it reads no file that they may not. The
 * scanner is waited for between two transactions and in neither.
 */
export const scanFile: Job = {
  name: 'scan-file',
  title: 'Have a file scanned for viruses that was kept without',
  async run({ serviceId = '', userId = '', childId = '', fileId = '' }, { db, config, now }) {
    const today = dayInUk(now())
    const context = { serviceId, userId, today, purpose: 'Had a file scanned for viruses' }
    const content = await inTransaction(db, context, async tx => {
      const file = await findFile(tx, childId, fileId, { withNotes: true })
      return file?.scan === 'not-scanned' ? readContent(tx, fileId) : undefined
    })
    if (!content) return
    const scan = await scanForViruses(config.clamdAddress, content)
    await inTransaction(db, context, tx => saveScan(tx, { fileId }, scan.state, scanWordsOf(scan)))
  },
}
