import { z } from 'zod'
import type { Secret } from '../config/index.ts'

/** Goes up when an older program could no longer read an archive. */
export const formatVersion = 1

const tableShape = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  /** SHA-256 over the table's rows as COPY writes them, ordered by their key. */
  sha256: z.string(),
})

const manifestShape = z.object({
  format: z.literal('throughline-backup'),
  version: z.number(),
  takenAt: z.string(),
  /** Tells installations with another secret apart, and gives nothing of the secret away. */
  secretMark: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(tableShape),
  /** The last number given out for each numbered column, as "table.column". */
  sequences: z.record(z.string(), z.string()),
  auditHeads: z.record(z.string(), z.object({ position: z.number(), hash: z.string() })),
})

/** What an archive says of itself. */
export type Manifest = z.infer<typeof manifestShape>
export type TableEntry = z.infer<typeof tableShape>

/** An archive that cannot be made or cannot be restored here; the message says why and what to do. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
}

/** A mark by which an archive and an installation with the same secret know each other. */
export function secretMark(secret: Secret): string {
  return secret.derive('backup mark').slice(0, 16)
}

/** Reads a manifest's text. @throws BackupFault when it is not one, or is of a newer format */
export function readManifest(text: string): Manifest {
  const read = manifestShape.safeParse(parse(text))
  if (!read.success) throw new BackupFault('This file is not a backup of Throughline.')
  if (read.data.version > formatVersion)
    throw new BackupFault('This backup was made by a newer Throughline. Bring the program up to date first.')
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
