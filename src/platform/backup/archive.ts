import { once } from 'node:events'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile as ReadZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { BackupFault, type Manifest, readManifest } from './manifest.ts'

const manifestName = 'manifest.json'
const entryName = (table: string) => `tables/${table}.copy`

/**
 * Writes an archive: `fill` adds the tables one after the other and answers the manifest, which goes in last. A file
 * that could not be finished is not left behind.
 * @throws BackupFault when there is a file of that name already
 */
export async function writeArchive(
  file: string,
  fill: (addTable: (name: string, rows: Readable) => Promise<void>) => Promise<Manifest>,
): Promise<Manifest> {
  if (existsSync(file)) throw new BackupFault(`There is a file ${file} already. Choose another name.`)
  if (!existsSync(dirname(file))) throw Object.assign(new Error('no folder'), { code: 'ENOENT', path: file })
  const half = `${file}.half`
  const zip = new ZipFile()
  // Opened before anything is read: a folder that is not there is said at once.
  const out = (await open(half, 'w', 0o600)).createWriteStream()
  const written = pipeline(zip.outputStream, out)
  // Whoever waits for a table must hear of a full disk too.
  const broken = Promise.race([written, once(zip, 'error').then(([fault]) => Promise.reject(fault))])
  broken.catch(() => {})
  try {
    const manifest = await fill(async (name, rows) => {
      zip.addReadStream(rows, entryName(name))
      await Promise.race([finished(rows), broken])
    })
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), manifestName)
    zip.end()
    await broken
    renameSync(half, file)
    return manifest
  } catch (fault) {
    out.destroy()
    rmSync(half, { force: true })
    throw fault
  }
}

/** An archive that is open for reading. */
export type OpenArchive = {
  manifest: Manifest
  readTable(name: string): Promise<Readable>
  close(): void
}

/** Opens an archive. @throws BackupFault when it is none, or is damaged */
export async function openArchive(file: string): Promise<OpenArchive> {
  if (!existsSync(file)) throw new BackupFault(`There is no file ${file}.`)
  const zip = await openZip(file)
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const read = (name: string) => {
      const entry = entries.get(name)
      if (!entry) throw new BackupFault(`The backup is damaged: ${name} is missing.`)
      return zip.openReadStreamPromise(entry)
    }
    const manifest = readManifest(await text(await read(manifestName)))
    return { manifest, readTable: name => read(entryName(name)), close: () => zip.close() }
  } catch (fault) {
    zip.close()
    if (fault instanceof BackupFault) throw fault
    // Wherever the damage lies: also in the list of what the archive holds.
    throw new BackupFault(`The backup is damaged: its list cannot be read (${(fault as Error).message}).`)
  }
}

async function openZip(file: string): Promise<ReadZip> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false })
  } catch {
    throw new BackupFault('This file is not a backup of Throughline, or was cut off.')
  }
}
