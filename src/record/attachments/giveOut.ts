import { fileKindOf } from '../../platform/files/index.ts'
import { type Answer, forbidden, notFound, type Request, redirect, route } from '../../platform/http/index.ts'
import { readContent, recordGivenOut } from './attachmentQueries.ts'
import { fileOf } from './fileOf.ts'
import { downloadPath, filePath, picturePath, scanPath } from './paths.ts'
import { scanFile } from './scanFile.ts'
import { hashOf } from './takeIn.ts'

/** Not a view, which would not say which file it was: an event is written that does. */
const downloaded = { kind: 'change', what: 'Downloaded a file' } as const
const lookedAt = { kind: 'change', what: 'Looked at a picture' } as const

/** What a file holds, to be saved or shown in a page, once it is sure that it is what was taken in. */
async function giveOut(request: Request, what: string, onlyPicture: boolean): Promise<Answer> {
  const { tx } = request
  const file = await fileOf(request)
  const content = file && (await readContent(tx, file.fileId))
  const kind = file && fileKindOf(file.type)
  if (!file || !content || !kind || (onlyPicture && !kind.isPicture)) return notFound
  if (hashOf(content) !== file.sha256)
    return forbidden(
      'What is kept is not what was taken in: the file is damaged or was tampered with. Tell whoever runs the program.',
    )
  await recordGivenOut(tx, file, what)
  const type = kind.type.startsWith('text/') ? `${kind.type}; charset=utf-8` : kind.type
  return { kind: 'file', name: file.name, type, bytes: content }
}

export const giveOutRoutes = [
  route({
    method: 'GET',
    path: downloadPath,
    permission: 'files.see',
    about: 'child',
    audit: downloaded,
    handle: request => giveOut(request, downloaded.what, false),
  }),
  route({
    method: 'GET',
    path: picturePath,
    permission: 'files.see',
    about: 'child',
    audit: lookedAt,
    handle: request => giveOut(request, lookedAt.what, true),
  }),
  route({
    method: 'POST',
    path: scanPath,
    permission: 'files.add',
    about: 'child',
    audit: { kind: 'change', what: 'Had a file scanned for viruses' },
    async handle(request) {
      const { tx, platform, who } = request
      const file = await fileOf(request)
      if (!file) return notFound
      // Somebody else has had it scanned, or removed it: the page says so.
      if (file.scan !== 'not-scanned' || file.removedAt) return redirect(filePath.to(file))
      const { childId, fileId } = file
      await platform.later(tx, scanFile.name, {
        serviceId: who.serviceId,
        userId: who.userId,
        childId,
        fileId,
      })
      const words = 'The virus scanner is looking at the file. Open this page again in a moment.'
      return redirect(filePath.to(file), words)
    },
  }),
]
