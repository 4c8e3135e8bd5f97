import type { DocumentTree } from './tree.ts'
import type { WordGiven } from './writeWord.ts'

/**
 * A document as a Word file. What writes it is large, and is read when the first one is asked for.
 * @returns the bytes: the same for the same document at the same moment
 */
export async function writeWord(tree: DocumentTree, it: WordGiven): Promise<Uint8Array> {
  const { writeWord: write } = await import('./writeWord.ts')
  return write(tree, it)
}
