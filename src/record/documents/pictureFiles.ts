import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPicture, pictureVersion } from '../../ui/pictures/pictures.ts'

/**
 * The pictures of a document as PNG, by their names. They are written when the program is built.
 * @param projectFolder where the program’s own files lie
 */
export async function readPictures(
  projectFolder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(projectFolder, 'dist', 'assets', 'pictures', pictureVersion)
  const read = await Promise.all(
    names.filter(isPicture).map(async name => [name, await readFile(join(folder, `${name}.png`))] as const),
  )
  return new Map(read)
}
