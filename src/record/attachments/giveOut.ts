import { fileKindOf, scanForViruses } from '../../platform/files/index.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Request,
  redirect,
  route,
  turnBack,
} from '../../platform/http/index.ts'
import { readContent, recordGivenOut, saveScan } from './attachmentQueries.ts'
import { fileOf } from './fileOf.ts'
import { downloadPath, filePath, picturePath, scanPath } from './paths.ts'
import { hashOf, scanWordsOf } from './takeIn.ts'

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
      const { tx, platform } = request
      const file = await fileOf(request)
      const content = file && (await readContent(tx, file.fileId))
      if (!file || !content) return notFound
      const scan = await scanForViruses(platform.config.clamdAddress, content)
      await saveScan(tx, file, scan.state, scanWordsOf(scan))
      switch (scan.state) {
        case 'clean':
          return redirect(filePath.to(file), 'The virus scanner found nothing.')
        case 'infected':
          return turnBack(filePath.to(file), 'The virus scanner found something. The file is kept no longer.')
        case 'not-scanned':
          return turnBack(filePath.to(file), `The file was not scanned: ${scan.why}.`)
      }
    },
  }),
]
