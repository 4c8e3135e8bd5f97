import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Config } from '../../platform/config/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { fileKinds, findFileKind, type Scan, safeFileName, sizeWords } from '../../platform/files/index.ts'
import { insertFile, listFiles } from './attachmentQueries.ts'

/** A file as it was sent. */
export type NewUpload = {
  serviceId: string
  childId: string
  noteId: string | null
  name: string
  description: string
  isSensitive: boolean
  bytes: Buffer
  /** What the virus scanner said of it: it is waited for before the transaction. */
  scan: Scan
  by: string
  at: Temporal.Instant
}

/** How large a file may be. */
export function mostBytes({ attachmentMegabytes }: Pick<Config, 'attachmentMegabytes'>): number {
  return attachmentMegabytes * 1_000_000
}

/** The hash by which a file is known again. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What a scan says beside its state. */
export function scanWordsOf(scan: Scan): string {
  switch (scan.state) {
    case 'clean':
      return ''
    case 'infected':
      return scan.signature
    case 'not-scanned':
      return scan.why
  }
}

/**
 * Takes in a file about a child: looks at what it is, and keeps it with what the scanner said; of an infected one only that it came.
 * @returns its id, or what is wrong in words that say what to do
 */
export async function takeInFile(
  tx: Work,
  config: Pick<Config, 'attachmentMegabytes'>,
  it: NewUpload,
): Promise<Result<string, string>> {
  const { bytes, scan } = it
  if (bytes.length === 0) return refused('The file is empty. Choose another')
  if (bytes.length > mostBytes(config))
    return refused(
      `The file has ${sizeWords(bytes.length)}; it may have ${sizeWords(mostBytes(config))}. Make it smaller or send it in parts`,
    )
  const kind = await findFileKind(bytes)
  if (!kind) return refused(`This kind of file is not taken. Send it as ${takenWords}`)
  const sha256 = hashOf(bytes)
  const known = await listFiles(tx, it.childId, { withNotes: true })
  const same = known.find(
    each =>
      each.sha256 === sha256 && !each.removedAt && each.noteId === it.noteId && each.scan !== 'infected',
  )
  if (same) return refused(`This file is here already, as “${same.name}”`)
  const fileId = await insertFile(tx, {
    ...it,
    name: safeFileName(it.name, kind),
    type: kind.type,
    sha256,
    content: bytes,
    scan: scan.state,
    scanWords: scanWordsOf(scan),
  })
  return ok(fileId)
}

const takenWords = `${fileKinds.map(({ extension }) => extension).join(', ')}`
