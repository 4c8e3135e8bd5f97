import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { childOf } from '../children/index.ts'
import { type Attachment, findFile, type Reading } from './attachmentQueries.ts'

/** Which files somebody may see: those of notes only with the notes. */
export async function readingOf(request: Request): Promise<Reading> {
  const child = await childOf(request)
  return { withNotes: may('notes.see', request.who.roles, child?.isRelated ?? false) }
}

/** The file that the address names, where the person may see it. */
export async function fileOf(request: Request): Promise<Attachment | undefined> {
  const { childId = '', fileId = '' } = request.params
  return findFile(request.tx, childId, fileId, await readingOf(request))
}
