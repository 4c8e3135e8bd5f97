import { createHash } from 'node:crypto'
import { type DocumentTree, picturesIn, writeWord } from '../../engine/documents/index.ts'
import { readPictures } from './pictureFiles.ts'

/** The hash by which a copy is known again. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type WordOf = {
  tree: DocumentTree
  serviceName: string
  at: Temporal.Instant
  projectFolder: string
  isDraft?: true
}

/** A document as a Word file. That of a draft says so on every page. */
export async function makeWord({ tree, serviceName, at, projectFolder, isDraft }: WordOf): Promise<Buffer> {
  const pictures = await readPictures(projectFolder, picturesIn(tree))
  const mark = isDraft ? { mark: 'Draft. Not sent.' } : {}
  return Buffer.from(await writeWord(tree, { creator: serviceName, at, pictures, ...mark }))
}
